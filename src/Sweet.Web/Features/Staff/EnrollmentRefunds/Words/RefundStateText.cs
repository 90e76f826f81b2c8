using System.Globalization;
using Sweet.Domain.Refunds;
using Sweet.Web.Wording.Office;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds.Words;

/// <summary>The state of a refund as staff read of it.</summary>
internal static class RefundStateText
{
    public static string Of(Refund refund) => refund.Status switch
    {
        RefundStatus.Requested when refund.IsOutside => "Waits for you: return it outside Stripe, the way it was paid.",
        RefundStatus.Succeeded when refund.IsOutside => $"Returned outside Stripe, by {PaymentMethodText.InWords(refund)}.",
        RefundStatus.Requested when refund.WaitsForBank =>
            "Waits: a bank contests the payment. It leaves once the bank has decided for us.",
        RefundStatus.Requested or RefundStatus.Pending when refund.WaitsForBalance =>
            "Waits: our balance at Stripe is too low. Add money there, and it leaves by itself.",
        RefundStatus.Requested when refund.ChooseUntilUtc < refund.NextAttemptAtUtc && refund.Attempts == 0 =>
            "Waits: the payer may choose to wait in line instead. Otherwise it leaves by itself, a day after the payment at the latest.",
        RefundStatus.Requested when refund.Attempts > 0 => "Stripe has not answered in "
            + $"{refund.Attempts.ToString(CultureInfo.InvariantCulture)} tries. It is tried again by itself.",
        RefundStatus.Requested => "Leaves within a minute.",
        RefundStatus.Pending => "On its way: Stripe has it, the bank has not confirmed it yet.",
        RefundStatus.RequiresAction => "Waits for the student: Stripe has emailed them to ask where the money should go.",
        RefundStatus.Succeeded => "Sent. The bank shows it within 5 to 10 days.",
        RefundStatus.Failed => $"Did not go back: {MachineWords.OfRefundFailure(refund.Failure)}.",
        RefundStatus.Cancelled when refund.IsForLine => "Not sent: the payer chose to wait in line with the payment.",
        RefundStatus.Cancelled when refund.IsGivenUp => $"Given up. {refund.Failure}",
        RefundStatus.Cancelled => "Stopped at Stripe.",
        _ => throw new ArgumentOutOfRangeException(nameof(refund), refund.Status, null),
    };

    public static string WhyOf(RefundReason reason) => reason switch
    {
        RefundReason.NoSeat => "paid late, no seat was left",
        RefundReason.PaidTwice => "paid twice",
        RefundReason.EnrolledElsewhere => "had another seat",
        RefundReason.EnrollmentCancelled => "paid after the enrollment had ended",
        RefundReason.Withdrew => "the student withdrew",
        RefundReason.CohortCancelled => "the cohort was canceled",
        RefundReason.Staff => "staff decided",
        RefundReason.MadeAtStripe => "made at Stripe",
        RefundReason.Transferred => "moved to other dates, which cost less",
        _ => reason.ToString(),
    };
}
