using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Objects;

namespace Sweet.Sandbox.Stripe.Accounts;

/// <summary>The checked parameters that a session is made from.</summary>
internal sealed record SessionInput
{
    public Toggle? AdaptivePricing { get; init; }
    public bool? AllowPromotionCodes { get; init; }
    public IReadOnlyList<string>? AllowedPaymentMethodTypes { get; init; }
    public Toggle? AutomaticTax { get; init; }
    public string? BillingAddressCollection { get; init; }
    public string? CancelUrl { get; init; }
    public string? ClientReferenceId { get; init; }
    public JsonNode? CustomText { get; init; }
    public string? CustomerCreation { get; init; }
    public string? CustomerEmail { get; init; }
    public IReadOnlyList<string>? ExcludedPaymentMethodTypes { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public IReadOnlyList<LineInput> LineItems { get; init; } = [];
    public string? Locale { get; init; }
    public Dictionary<string, string> Metadata { get; init; } = [];
    public required string Mode { get; init; }
    public PaymentData? PaymentIntentData { get; init; }
    public JsonNode? PaymentMethodOptions { get; init; }
    public string? SubmitType { get; init; }
    public required string SuccessUrl { get; init; }
}

internal sealed record LineInput(PriceInput PriceData, long Quantity = 1);

internal sealed record PriceInput(string Currency, long UnitAmount, ProductInput ProductData);

internal sealed record ProductInput(string Name, string? Description);
