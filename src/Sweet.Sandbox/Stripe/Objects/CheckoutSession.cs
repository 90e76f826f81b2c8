using System.Text.Json.Nodes;

namespace Sweet.Sandbox.Stripe.Objects;

/// <summary>Property names are Stripe's own, written in snake case on the wire.</summary>
public sealed record CheckoutSession
{
    public required string Id { get; init; }
    public string Object => "checkout.session";
    public Toggle? AdaptivePricing { get; init; }
    public bool? AllowPromotionCodes { get; init; }
    public IReadOnlyList<string>? AllowedPaymentMethodTypes { get; init; }
    public required long AmountSubtotal { get; init; }
    public required long AmountTotal { get; init; }
    public Toggle AutomaticTax { get; init; } = new(false);
    public string? BillingAddressCollection { get; init; }
    public string? CancelUrl { get; init; }
    public string? ClientReferenceId { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string Currency { get; init; }
    public JsonNode? CustomText { get; init; }
    public string? Customer { get; init; }
    public string CustomerCreation { get; init; } = "if_required";
    public CustomerDetails? CustomerDetails { get; init; }
    public string? CustomerEmail { get; init; }
    public IReadOnlyList<string>? ExcludedPaymentMethodTypes { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public bool Livemode => false;
    public string? Locale { get; init; }
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public required string Mode { get; init; }
    public string? PaymentIntent { get; init; }
    public string PaymentMethodCollection { get; init; } = "if_required";
    public JsonNode? PaymentMethodOptions { get; init; }
    public required IReadOnlyList<string> PaymentMethodTypes { get; init; }
    public required string PaymentStatus { get; init; }
    public required string Status { get; init; }
    public string? SubmitType { get; init; }
    public string? SuccessUrl { get; init; }
    public TotalDetails TotalDetails { get; init; } = new(0, 0, 0);
    public string UiMode => "hosted_page";
    public string? Url { get; init; }
}

public sealed record Toggle(bool Enabled);

public sealed record CustomerDetails(string? Email, string? Name, string TaxExempt = "none");

public sealed record TotalDetails(long AmountDiscount, long AmountShipping, long AmountTax);
