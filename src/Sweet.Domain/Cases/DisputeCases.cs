using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;

namespace Sweet.Domain.Cases;

/// <summary>What a bank contests, has taken, or has given back.</summary>
public static class DisputeCases
{
    /// <remarks>An inquiry, the dispute that it becomes, and each appeal have a deadline of their own: each is another case.</remarks>
    public static OpenCase Opened(Dispute dispute, DateTime nowUtc) =>
        Of(OpenCaseKind.DisputeOpened, dispute, dispute.IsInquiry ? 0 : 1 + dispute.TimesLost, nowUtc);

    /// <remarks>After an appeal a dispute may be lost a second time, which is another case.</remarks>
    /// <param name="movedTo">Of the seat that what it paid for has moved to, which a person decides on then; else null.</param>
    public static OpenCase Lost(Dispute dispute, DateTime nowUtc, Order? movedTo = null) =>
        new(OpenCaseKind.DisputeLost, dispute.StripeDisputeId, movedTo ?? dispute.Order, nowUtc)
        {
            Occurrence = dispute.TimesLost,
            Amount = dispute.Amount,
            Word = dispute.StripeStatus,
            Cause = movedTo is null ? dispute.Reason
                : $"{dispute.Reason}; it was paid for {dispute.Order.Enrollment.Number}, which has moved here",
        };

    /// <summary>An appeal has brought money back that may be owed to the student.</summary>
    public static OpenCase WonBack(Dispute dispute, DateTime nowUtc) => Of(OpenCaseKind.DisputeWonBack, dispute, dispute.TimesLost, nowUtc);

    private static OpenCase Of(OpenCaseKind kind, Dispute dispute, int occurrence, DateTime nowUtc) =>
        new(kind, dispute.StripeDisputeId, dispute.Order, nowUtc)
        {
            Occurrence = occurrence,
            Amount = dispute.Amount,
            Word = dispute.StripeStatus,
            Cause = dispute.Reason,
        };
}
