namespace Sweet.Sandbox.Stripe.Objects;

public sealed record Refund
{
    public required string Id { get; init; }
    public string Object => "refund";
    public required long Amount { get; init; }
    public string? BalanceTransaction { get; init; }
    public required string Charge { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string Currency { get; init; }
    public required DestinationDetails DestinationDetails { get; init; }
    public string? FailureBalanceTransaction { get; init; }
    public string? FailureReason { get; init; }
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public required string PaymentIntent { get; init; }
    public string? PendingReason { get; init; }
    public string? Reason { get; init; }
    public string? ReceiptNumber { get; init; }
    public required string Status { get; init; }

    /// <summary>It takes money off the charge: neither failed nor cancelled.</summary>
    internal bool Counts => Status is not ("failed" or "canceled");
}

public sealed record DestinationDetails
{
    public required string Type { get; init; }
    public CardDestination? Card { get; init; }
}

public sealed record CardDestination(string? Reference, string ReferenceStatus, string ReferenceType, string Type);
