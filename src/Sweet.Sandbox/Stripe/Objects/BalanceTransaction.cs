namespace Sweet.Sandbox.Stripe.Objects;

public sealed record BalanceTransaction
{
    public required string Id { get; init; }
    public string Object => "balance_transaction";
    public required long Amount { get; init; }
    public required DateTimeOffset AvailableOn { get; init; }
    public string BalanceType => "payments";
    public required DateTimeOffset Created { get; init; }
    public required string Currency { get; init; }
    public string? Description { get; init; }
    public required long Fee { get; init; }
    public required IReadOnlyList<FeeDetail> FeeDetails { get; init; }
    public long Net => Amount - Fee;
    public required string ReportingCategory { get; init; }
    public required string Source { get; init; }
    public string Status { get; init; } = "pending";
    public required string Type { get; init; }
}

public sealed record FeeDetail(long Amount, string Currency, string Description, string Type);
