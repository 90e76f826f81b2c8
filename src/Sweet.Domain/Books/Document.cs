using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Books;

/// <summary>A receipt, a credit note or the reversal of one: numbered without gaps, never changed, never deleted.</summary>
public sealed class Document
{
    public const int SeriesMaxLength = 30;
    public const int NumberMaxLength = 40;

    private Document()
    {
    }

    internal Document(DocumentKind kind, DocumentPlace place, Payment payment, Money amount)
    {
        Kind = kind;
        Series = place.Series;
        Place = place.Number;
        Number = place.InFull(kind);
        IssuedAtUtc = place.AtUtc;
        Order = payment.Order;
        Payment = payment;
        AmountMinor = amount.Minor;
        Currency = amount.Currency;
    }

    public int Id { get; private set; }

    public int OrderId { get; private set; }

    public Order Order { get; private set; } = null!;

    public DocumentKind Kind { get; private set; }

    /// <summary>Within it the places of a kind are 1, 2, 3 …</summary>
    public string Series { get; private set; } = "";

    public int Place { get; private set; }

    /// <summary>As people write it: "2026-0241", "CN-2026-0017".</summary>
    public string Number { get; private set; } = "";

    public int PaymentId { get; private set; }

    public Payment Payment { get; private set; } = null!;

    /// <summary>Of a credit note and its reversal.</summary>
    public int? RefundId { get; private set; }

    public Refund? Refund { get; internal init; }

    /// <summary>Of a credit note its receipt, of a reversal its credit note.</summary>
    public int? RefersToId { get; private set; }

    public Document? RefersTo { get; internal init; }

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Amount => new(AmountMinor, Currency);

    public DateTime IssuedAtUtc { get; private set; }
}

public enum DocumentKind
{
    Receipt,
    CreditNote,

    /// <summary>Of a credit note whose money did not arrive.</summary>
    Reversal,
}
