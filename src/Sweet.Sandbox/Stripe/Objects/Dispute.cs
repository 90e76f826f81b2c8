namespace Sweet.Sandbox.Stripe.Objects;

public sealed record Dispute
{
    public required string Id { get; init; }
    public string Object => "dispute";
    public required long Amount { get; init; }
    public required IReadOnlyList<BalanceTransaction> BalanceTransactions { get; init; }
    public required string Charge { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string Currency { get; init; }
    public required EvidenceDetails EvidenceDetails { get; init; }
    public bool IsChargeRefundable { get; init; }
    public bool Livemode => false;
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public required string PaymentIntent { get; init; }
    public required string Reason { get; init; }
    public required string Status { get; init; }
}

public sealed record EvidenceDetails(DateTimeOffset DueBy, bool HasEvidence, bool PastDue, int SubmissionCount);
