using Sweet.Domain.Refunds;

namespace Sweet.Web.Wording;

/// <summary>A refund as the student reads of it.</summary>
public static class RefundText
{
    public static string InWords(this RefundStatus status) => status switch
    {
        RefundStatus.Requested or RefundStatus.Pending => "It is on its way and arrives within 5 to 10 business days.",
        RefundStatus.RequiresAction => "It waits for you: Stripe has sent you a mail that asks where the money should go. "
            + "Answer it, or write to us if it did not come.",
        RefundStatus.Succeeded => "It has been sent back to where it came from; the bank may take some days to show it.",
        RefundStatus.Failed => "It did not go through, and the money is still yours. "
            + "We know of it and write to you; if your card or account was closed, write to us.",
        RefundStatus.Cancelled => "It was stopped before it reached you, and the money is still yours. "
            + "We know of it; write to us if you did not ask for that.",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
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
}
