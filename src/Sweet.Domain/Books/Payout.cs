namespace Sweet.Domain.Books;

/// <summary>Money that Stripe has sent to the institute's bank, or means to.</summary>
public sealed class Payout
{
    public const int StripeIdMaxLength = 100;
    public const int WordMaxLength = 60;

    private Payout()
    {
    }

    public Payout(PayoutFacts facts)
    {
        StripeId = facts.StripeId;
        CreatedAtUtc = facts.CreatedAtUtc;
        Take(facts);
    }

    public int Id { get; private set; }

    public string StripeId { get; private set; } = "";

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Amount => new(AmountMinor, Currency);

    /// <summary>Stripe's own word, like "paid"; one that was paid may fail within days.</summary>
    public string Status { get; private set; } = "";

    /// <summary>Made by Stripe, which then says what it is made of; else by hand, and nobody knows.</summary>
    public bool IsAutomatic { get; private set; }

    /// <summary>Whether Stripe has said all that it is made of.</summary>
    public bool IsListed { get; private set; }

    public DateTime CreatedAtUtc { get; private set; }

    /// <summary>At the bank, as Stripe expects it.</summary>
    public DateOnly ArrivesOn { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>When all that it is made of was read; null before.</summary>
    public DateTime? ReadAtUtc { get; private set; }

    public void Take(PayoutFacts facts)
    {
        AmountMinor = facts.AmountMinor;
        Currency = facts.Currency;
        Status = facts.Status.CutTo(WordMaxLength);
        IsAutomatic = facts.IsAutomatic;
        IsListed = facts.IsListed;
        ArrivesOn = facts.ArrivesOn;
        Failure = facts.Failure?.CutTo(WordMaxLength);
    }

    public void EndReading(DateTime nowUtc) => ReadAtUtc = nowUtc;
}

/// <param name="Status">Stripe's own word.</param>
/// <param name="IsListed">Whether Stripe has said all that it is made of.</param>
public sealed record PayoutFacts(string StripeId, long AmountMinor, string Currency, string Status, bool IsAutomatic, bool IsListed)
{
    public required DateTime CreatedAtUtc { get; init; }

    public required DateOnly ArrivesOn { get; init; }

    public string? Failure { get; init; }
}
