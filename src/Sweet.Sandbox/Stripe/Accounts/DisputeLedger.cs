using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>The money of a contested charge leaves at once and comes back if we win. An inquiry (warning_…) moves none.</summary>
internal static class DisputeLedger
{
    private const long DisputeFee = 1_500;

    private static readonly string[] Ends = ["won", "lost", "warning_closed", "prevented"];

    public static Dispute Open(Books books, string chargeId, string reason, string status)
    {
        var charge = books.Charges.GetValueOrDefault(chargeId) ?? throw StripeFailure.Missing("charge", chargeId);
        if (charge is { Disputed: true } or { Paid: false })
            throw StripeFailure.Invalid($"Charge {chargeId} cannot be disputed.");

        var id = Books.NewId("du_1");
        var isInquiry = IsInquiry(status);
        books.Charges[chargeId] = charge with { Disputed = true };
        var dispute = books.Disputes[id] = new()
        {
            Id = id,
            Amount = charge.Amount,
            BalanceTransactions = isInquiry ? [] : [Charges.Enter(books, "adjustment", id, -charge.Amount, charge.Currency, DisputeFee)],
            Charge = chargeId,
            Created = books.Now,
            Currency = charge.Currency,
            EvidenceDetails = new(books.Now.AddDays(7), HasEvidence: false, PastDue: false, SubmissionCount: 0),
            IsChargeRefundable = LeavesChargeRefundable(status),
            PaymentIntent = charge.PaymentIntent,
            Reason = reason,
            Status = status,
        };
        books.Emit("charge.dispute.created", dispute);
        if (!isInquiry) books.Emit("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    /// <param name="status">Stripe's own word, or one that nobody knows yet.</param>
    public static Dispute Move(Books books, string id, string status)
    {
        var moved = books.Disputes[id] = Find(books, id) with { Status = status, IsChargeRefundable = LeavesChargeRefundable(status) };
        books.Emit(Ends.Contains(status, StringComparer.Ordinal) ? "charge.dispute.closed" : "charge.dispute.updated", moved);
        return moved;
    }

    public static Dispute Close(Books books, string id, bool won)
    {
        var dispute = Find(books, id);
        if (dispute.Status is "won" or "lost")
            throw StripeFailure.Invalid($"This dispute is already closed: {dispute.Status}.");
        var status = won ? "won" : "lost";
        var closed = dispute with { Status = status, IsChargeRefundable = LeavesChargeRefundable(status) };
        if (won)
        {
            var entry = Charges.Enter(books, "adjustment", id, dispute.Amount, dispute.Currency);
            closed = closed with { BalanceTransactions = [.. closed.BalanceTransactions, entry] };
        }

        books.Disputes[id] = closed;
        books.Emit("charge.dispute.closed", closed);
        if (won)
            books.Emit("charge.dispute.funds_reinstated", closed);
        return closed;
    }

    private static bool IsInquiry(string status) => status.StartsWith("warning_", StringComparison.Ordinal);

    private static bool LeavesChargeRefundable(string status) => IsInquiry(status) || status is "won" or "prevented";

    public static Dispute Find(Books books, string id) =>
        books.Disputes.GetValueOrDefault(id) ?? throw StripeFailure.Missing("dispute", id);
}
