namespace Sweet.Sandbox.Stripe.Objects;

public sealed record Charge
{
    public required string Id { get; init; }
    public string Object => "charge";
    public required long Amount { get; init; }
    public long AmountCaptured { get; init; }
    public long AmountRefunded { get; init; }
    public string? BalanceTransaction { get; init; }
    public required BillingDetails BillingDetails { get; init; }
    public string CalculatedStatementDescriptor => "SWEET INSTITUTE";
    public bool Captured { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string Currency { get; init; }
    public string? Customer { get; init; }
    public string? Description { get; init; }
    public bool Disputed { get; init; }
    public string? FailureCode { get; init; }
    public string? FailureMessage { get; init; }
    public bool Livemode => false;
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public required Outcome Outcome { get; init; }
    public bool Paid { get; init; }
    public required string PaymentIntent { get; init; }
    public required string PaymentMethod { get; init; }
    public required PaymentMethodDetails PaymentMethodDetails { get; init; }
    public string? ReceiptEmail { get; init; }
    public string? ReceiptUrl { get; init; }
    public bool Refunded { get; init; }
    public required string Status { get; init; }
}

public sealed record BillingDetails(string? Email, string? Name);

public sealed record Outcome(string NetworkStatus, string? Reason, string RiskLevel, string SellerMessage, string Type);

public sealed record PaymentMethodDetails
{
    public required string Type { get; init; }
    public CardDetails? Card { get; init; }
    public BankDetails? UsBankAccount { get; init; }
}

public sealed record CardDetails(string Brand, string Country, int ExpMonth, int ExpYear, string Funding, string Last4, string Network);

public sealed record BankDetails(string AccountHolderType, string AccountType, string BankName, string Last4, string RoutingNumber);
