using Sweet.Domain.Refunds;

namespace Sweet.Web.Wording;

/// <summary>A refund as the student reads of it.</summary>
public static class RefundText
{
    public static string InWords(this RefundStatus status) => status switch
    {
        RefundStatus.Requested or RefundStatus.Pending => "It is on its way and arrives within 5 to 10 business days.",
        RefundStatus.RequiresAction => "It’s waiting for you: Stripe has sent you an email that asks where the money should go. "
            + "Reply to it, or email us if it didn’t arrive.",
        RefundStatus.Succeeded => "It has been sent back to the card or account you paid with; your bank may take a few days to show it.",
        RefundStatus.Failed => "It did not go through, and the money is still yours. "
            + "We know about it and will email you; if your card or account was closed, email us.",
        RefundStatus.Cancelled => "It was stopped before it reached you, and the money is still yours. "
            + "We know about it; email us if you didn’t ask for that.",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>Of money that Stripe never had.</summary>
    public const string ReturnedByHand = "The registrar returns it the way it was paid; that may take up to 10 business days.";

    public static string InWords(this RefundReason reason) => reason switch
    {
        RefundReason.NoSeat => "Your payment arrived after the hold had ended, and the last seat was taken by then.",
        RefundReason.PaidTwice => "Your seat had been paid for already.",
        RefundReason.EnrolledElsewhere => "Your address has another seat in this cohort.",
        RefundReason.EnrollmentCancelled => "Your enrollment had been canceled before the payment arrived.",
        RefundReason.Withdrew => "You withdrew.",
        RefundReason.CohortCancelled => "The cohort was canceled.",
        RefundReason.Transferred => "You moved to other dates, which cost less than your seat was worth.",
        RefundReason.Staff => "The registrar sent it back.",
        RefundReason.MadeAtStripe => MadeAtStripe(stripeReason: null),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <param name="stripeReason">As chosen in Stripe's dashboard, in Stripe's word; null or another word: no reason is known.</param>
    /// <remarks>https://docs.stripe.com/api/refunds/object#refund_object-reason</remarks>
    public static string MadeAtStripe(string? stripeReason) => stripeReason switch
    {
        "requested_by_customer" => "The registrar sent it back, because you asked for it.",
        "duplicate" => "The registrar sent it back, because the payment had been made twice.",
        "fraudulent" => "The registrar sent it back, because the payment did not seem to be made by the owner of the card or account.",
        _ => "The registrar sent it back.",
    };
}
