using Sweet.Domain.Orders;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Enrollments;

/// <summary>A refund as the student reads of it.</summary>
public static class RefundText
{
    public static string InWords(this RefundStatus status) => status switch
    {
        RefundStatus.Requested or RefundStatus.Pending => "It is on its way and arrives within 5 to 10 business days.",
        RefundStatus.RequiresAction => "It waits for you: Stripe has sent you a mail that asks where the money should go. Answer it, or write to us if it did not come.",
        RefundStatus.Succeeded => "It has been sent back to where it came from; the bank may take some days to show it.",
        RefundStatus.Failed => "It did not go through, and the money is still yours. We know of it and write to you; if your card or account was closed, write to us.",
        RefundStatus.Cancelled => "It was stopped before it reached you, and the money is still yours. We know of it; write to us if you did not ask for that.",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>How it stands, and what the student can do.</summary>
    public static string StateInWords(this RefundDetails refund) => refund switch
    {
        { IsTriedAgain: true } => "It did not go through, and we have asked for it again: see the refund below it.",
        { IsCounted: true } => "It did not go through, and what was owed of it has come back to you another way, or is part of what your withdrawal gives back.",
        { IsAskedAnew: true } => "It was not sent as it stands here, since the money went back to you another way; what is still owed to you is asked for anew: see the refund below it.",
        { IsOvertaken: true } => "It is needed no more: the money went back to you another way, by your bank or in another refund.",
        { WaitsForBank: true } => "It waits for your bank, which contests the payment: until it has decided, nobody can send that money. You need do nothing; your bank can tell you how far it is.",
        { WaitsForBalance: true } => "It is asked for, and leaves as soon as our account at Stripe holds enough money. That may take some days; you need do nothing.",
        _ => refund.Status.InWords(),
    };

    public static string InWords(this RefundReason reason) => reason switch
    {
        RefundReason.NoSeat => "Your payment arrived after the hold had ended, and the last seat was taken by then.",
        RefundReason.PaidTwice => "Your place had been paid for already.",
        RefundReason.EnrolledElsewhere => "Your address has another place in this cohort.",
        RefundReason.EnrollmentCancelled => "Your enrollment had been cancelled before the payment arrived.",
        RefundReason.Withdrew => "You withdrew.",
        RefundReason.CohortCancelled => "The cohort was cancelled.",
        RefundReason.Staff or RefundReason.MadeAtStripe => "The registrar sent it back.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string ProfessionInWords(this StudentDetails student)
    {
        string?[] parts = [student.Profession.InWords(), student.LicenceNumber, student.LicenceState];
        return string.Join(", ", parts.Where(part => part is not null));
    }
}
