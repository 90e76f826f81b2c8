namespace Sweet.Sandbox.Stripe.Objects;

public sealed record Payout
{
    public required string Id { get; init; }
    public string Object => "payout";
    public required long Amount { get; init; }
    public string? ApplicationFee => null;
    public long? ApplicationFeeAmount => null;
    public required DateTimeOffset ArrivalDate { get; init; }
    public bool Automatic { get; init; } = true;
    public required string BalanceTransaction { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string Currency { get; init; }
    public string Description => "STRIPE PAYOUT";
    public string Destination => "ba_1SandboxBankAccount000001";
    public string? FailureBalanceTransaction { get; init; }
    public string? FailureCode { get; init; }
    public string? FailureMessage { get; init; }
    public bool Livemode => false;
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public string Method => "standard";
    public string? OriginalPayout => null;
    public required string ReconciliationStatus { get; init; }
    public string? ReversedBy => null;
    public string SourceType => "card";
    public string? StatementDescriptor => null;
    public required string Status { get; init; }
    public string Type => "bank_account";
}
