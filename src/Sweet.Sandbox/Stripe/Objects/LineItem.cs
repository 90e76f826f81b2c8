namespace Sweet.Sandbox.Stripe.Objects;

public sealed record LineItem
{
    public required string Id { get; init; }
    public string Object => "item";
    public long AmountDiscount { get; init; }
    public required long AmountSubtotal { get; init; }
    public long AmountTax { get; init; }
    public required long AmountTotal { get; init; }
    public required string Currency { get; init; }
    public required string Description { get; init; }
    public required Price Price { get; init; }
    public required long Quantity { get; init; }
}

public sealed record Price
{
    public required string Id { get; init; }
    public string Object => "price";
    public bool Active { get; init; }
    public string BillingScheme => "per_unit";
    public required DateTimeOffset Created { get; init; }
    public required string Currency { get; init; }
    public bool Livemode => false;
    public required string Product { get; init; }
    public string Type => "one_time";
    public required long UnitAmount { get; init; }
}
