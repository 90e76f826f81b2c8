namespace Sweet.Domain.Books;

/// <summary>A movement of our balance at Stripe, as Stripe tells it: one row a balance transaction. It never changes.</summary>
public sealed class BalanceEntry
{
    public const int StripeIdMaxLength = 100;
    public const int TypeMaxLength = 60;

    private BalanceEntry()
    {
    }

    public BalanceEntry(BalanceFacts facts)
    {
        StripeId = facts.StripeId;
        Type = facts.Type.CutTo(TypeMaxLength);
        Kind = BalanceKinds.Of(facts.Type, facts.Category);
        AmountMinor = facts.AmountMinor;
        FeeMinor = facts.FeeMinor;
        Currency = facts.Currency;
        SourceId = facts.SourceId?.CutTo(StripeIdMaxLength);
        CreatedAtUtc = facts.CreatedAtUtc;
    }

    public int Id { get; private set; }

    public string StripeId { get; private set; } = "";

    /// <summary>Stripe's own word, like "charge".</summary>
    public string Type { get; private set; } = "";

    public BalanceKind Kind { get; private set; }

    /// <summary>Before the fee; below zero for what leaves the balance.</summary>
    public long AmountMinor { get; private set; }

    public long FeeMinor { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Stripe's id of the charge, refund, dispute or payout behind it; null for what has none.</summary>
    public string? SourceId { get; private set; }

    public DateTime CreatedAtUtc { get; private set; }

    public int? PayoutId { get; private set; }

    /// <summary>The payout that it went to the bank with; null while it has not, or where Stripe does not say.</summary>
    public Payout? Payout { get; private set; }

    public void LeaveWith(Payout payout) => Payout = payout;
}

public enum BalanceKind
{
    Payment,
    Refund,
    Dispute,

    /// <summary>What Stripe takes besides the fee of each movement.</summary>
    Fee,
    Payout,

    /// <summary>Nothing that we know of: a person looks at it.</summary>
    Other,
}

internal static class BalanceKinds
{
    /// <remarks>https://docs.stripe.com/reports/balance-transaction-types, https://docs.stripe.com/reports/reporting-categories</remarks>
    public static BalanceKind Of(string type, string category) => type switch
    {
        "charge" or "payment" => BalanceKind.Payment,
        "refund" or "payment_refund" or "refund_failure" => BalanceKind.Refund,
        "adjustment" when category is "dispute" or "dispute_reversal" => BalanceKind.Dispute,
        "stripe_fee" or "stripe_fx_fee" or "tax_fee" or "network_cost" => BalanceKind.Fee,
        "payout" or "payout_cancel" or "payout_failure" => BalanceKind.Payout,
        _ => BalanceKind.Other,
    };
}

/// <param name="Type">Stripe's own word.</param>
/// <param name="Category">Stripe's word for reports, like "dispute_reversal".</param>
public sealed record BalanceFacts(string StripeId, string Type, string Category, long AmountMinor, long FeeMinor, string Currency)
{
    public string? SourceId { get; init; }

    public required DateTime CreatedAtUtc { get; init; }
}
