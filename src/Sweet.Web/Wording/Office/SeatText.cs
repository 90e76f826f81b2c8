using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Web.Wording.Office;

/// <summary>The state of a seat and of its order as staff read them.</summary>
public static class SeatText
{
    public static string InWords(this EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.Expired => "Ended unpaid",
        EnrollmentStatus.Cancelled => "Canceled",
        _ => status.ToString(),
    };

    /// <summary>The class of its square, as the fill bar draws the seat.</summary>
    public static string Square(this EnrollmentStatus status) => status switch
    {
        EnrollmentStatus.Held => "held",
        EnrollmentStatus.Processing => "processing",
        EnrollmentStatus.Confirmed => "confirmed",
        _ => "ended",
    };

    public static string InWords(this ExpiryReason reason) => reason switch
    {
        ExpiryReason.TimeOver => "the time to pay was over",
        ExpiryReason.GivenBack => "given back by the student",
        ExpiryReason.BankRefused => "the bank did not make the payment",
        ExpiryReason.EndedAtStripe => "its payment page had ended, found after a restore",
        ExpiryReason.AddressTakenBack => "its address went back to another enrollment",
        ExpiryReason.Staff => "staff ended it",
        ExpiryReason.CohortCancelled => "the cohort was canceled",
        ExpiryReason.EarlierSeatEnded => "the seat that should move had ended",
        _ => reason.ToString(),
    };

    public static string InWords(this CancellationReason reason) => reason switch
    {
        CancellationReason.Withdrew => "the student withdrew",
        CancellationReason.CohortCancelled => "the cohort was canceled",
        CancellationReason.Disputed => "the bank took the payment back",
        CancellationReason.Staff => "staff ended it",
        CancellationReason.Transferred => "moved to another cohort",
        _ => reason.ToString(),
    };

    /// <param name="isGoingBack">A refund has not arrived yet.</param>
    public static string InWords(this OrderState state, bool isGoingBack) => state switch
    {
        OrderState.Refunded when isGoingBack => "Refund on its way",
        OrderState.PartlyRefunded when isGoingBack => "Partial refund on its way",
        OrderState.Unpaid => "Not paid",
        OrderState.Abandoned => "Ended unpaid",
        OrderState.Processing => "On its way",
        OrderState.PartlyRefunded => "Partly refunded",
        OrderState.Overpaid => "Paid more than ordered",
        OrderState.Disputed => "Contested by a bank",
        _ => state.ToString(),
    };
}
