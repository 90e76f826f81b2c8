using System.Globalization;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Cases;

/// <summary>Refunds that a person has to look at.</summary>
public static class RefundCases
{
    /// <summary>Stripe's id, or that of our row where Stripe has none.</summary>
    public static string IdOf(Refund refund) => refund.StripeRefundId ?? OwnIdOf(refund);

    /// <summary>Whether a case is about it: it may have been opened before Stripe gave an id.</summary>
    public static bool IsOf(OpenCase openCase, Refund refund) =>
        openCase.ObjectId == refund.StripeRefundId || openCase.ObjectId == OwnIdOf(refund);

    /// <summary>A refund that failed or was cancelled.</summary>
    public static OpenCase Failed(Refund refund, DateTime nowUtc) => new(OpenCaseKind.RefundFailed, IdOf(refund), refund.Order, nowUtc)
    {
        Amount = refund.Amount,
        Word = refund.Status.ToString(),
        Cause = refund.Failure,
    };

    /// <summary>Stripe has not taken it for so long that it will not without a person.</summary>
    /// <param name="waiting">How many refunds wait so, this one included.</param>
    public static OpenCase Stuck(Refund oldest, int waiting, DateTime nowUtc) =>
        new(OpenCaseKind.RefundStuck, OwnIdOf(oldest), oldest.Order, nowUtc)
        {
            Amount = oldest.Amount,
            SinceUtc = oldest.RequestedAtUtc,
            Attempts = oldest.Attempts,
            Count = waiting,
        };

    /// <summary>Stripe uses a word for a refund that we do not know; each such word is another case.</summary>
    public static OpenCase UnknownWord(Refund refund, DateTime nowUtc) =>
        new(OpenCaseKind.UnknownAtStripe, IdOf(refund), refund.Order, nowUtc)
        {
            Occurrence = refund.UnknownWords,
            Amount = refund.Amount,
            Word = refund.StripeStatus,
        };

    /// <summary>Somebody sent all of it back in Stripe's dashboard, and the seat is still taken.</summary>
    public static OpenCase MadeAtStripe(Refund refund, DateTime nowUtc) =>
        new(OpenCaseKind.RefundedAtStripe, IdOf(refund), refund.Order, nowUtc) { Amount = refund.Amount };

    /// <summary>One at a time, however many refunds wait: the first of them is named.</summary>
    /// <param name="times">How often it has come to that with this refund as the first.</param>
    public static OpenCase WaitingForBalance(Refund refund, int times, DateTime nowUtc) =>
        new(OpenCaseKind.BalanceShort, IdOf(refund), null, nowUtc)
        {
            Occurrence = times,
            Amount = refund.Amount,
            Number = refund.Order.Enrollment.Number,
        };

    private static string OwnIdOf(Refund refund) => refund.Id.ToString(CultureInfo.InvariantCulture);
}
