namespace Sweet.Sandbox.Stripe.Objects;

public sealed record PaymentIntent
{
    public required string Id { get; init; }
    public string Object => "payment_intent";
    public required long Amount { get; init; }
    public long AmountCapturable { get; init; }
    public long AmountReceived { get; init; }
    public string CaptureMethod => "automatic_async";
    public string ConfirmationMethod => "automatic";
    public required DateTimeOffset Created { get; init; }
    public required string Currency { get; init; }
    public string? Customer { get; init; }
    public string? Description { get; init; }
    public PaymentError? LastPaymentError { get; init; }
    public string? LatestCharge { get; init; }
    public bool Livemode => false;
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public string? PaymentMethod { get; init; }
    public required IReadOnlyList<string> PaymentMethodTypes { get; init; }
    public string? ReceiptEmail { get; init; }
    public string? StatementDescriptor { get; init; }
    public string? StatementDescriptorSuffix { get; init; }
    public required string Status { get; init; }
}

public sealed record PaymentError(string Type, string Code, string? DeclineCode, string Message);
