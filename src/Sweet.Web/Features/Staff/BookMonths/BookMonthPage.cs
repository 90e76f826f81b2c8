using System.Globalization;
using Sweet.Domain;
using Sweet.Domain.Books;
using Sweet.Web.Books.Balance;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.BookMonths;

/// <param name="ReadUpToUtc">How far Stripe's balance was read; null: not yet.</param>
public sealed record BookMonthPage(OfficeMonth Month, DateTime? ReadUpToUtc)
{
    /// <summary>For the menu.</summary>
    public required int OpenCases { get; init; }

    public required IReadOnlyList<BalanceTotal> Totals { get; init; }

    public required IReadOnlyList<PayoutRow> Payouts { get; init; }

    /// <summary>The newest of what Stripe and our books say otherwise.</summary>
    public required IReadOnlyList<BalanceLine> Differences { get; init; }

    public required IReadOnlyList<MissingLine> Missing { get; init; }

    public required IReadOnlyList<DocumentRange> Documents { get; init; }

    /// <summary>What came and went outside Stripe.</summary>
    public required IReadOnlyList<OutsideLine> Outside { get; init; }

    public IEnumerable<OutsideTotal> OutsideTotals => Outside
        .GroupBy(l => (l.What, l.IsReturn, l.Amount.Currency))
        .OrderBy(g => g.Key.Currency, StringComparer.Ordinal).ThenBy(g => g.Key.IsReturn)
        .Select(g => new OutsideTotal(g.Key.What, g.Count(), new Money(g.Sum(l => l.Amount.Minor), g.Key.Currency)));

    /// <summary>More than the page shows; the file has all.</summary>
    public bool HasMore { get; init; }

    /// <summary>One for each currency, without what went to the bank.</summary>
    public IEnumerable<Money> Net => Totals.Where(t => t.Kind != BalanceKind.Payout).GroupBy(t => t.Amount.Currency, StringComparer.Ordinal)
        .Select(g => new Money(g.Sum(t => t.Net.Minor), g.Key));

    /// <summary>As before, with what came and went outside Stripe.</summary>
    public IEnumerable<Money> NetOfAll => Net.Concat(OutsideTotals.Select(t => t.Amount)).GroupBy(m => m.Currency, StringComparer.Ordinal)
        .Select(g => new Money(g.Sum(m => m.Minor), g.Key));

    /// <summary>Stripe's balance was read up to a moment within this month or after it.</summary>
    public bool IsRead => ReadUpToUtc > Month.FromUtc;

    public bool Agrees => Differences.Count == 0 && Missing.Count == 0;
}

public sealed record BalanceTotal(BalanceKind Kind, int Count, Money Amount, Money Fees)
{
    public Money Net => Amount - Fees;
}

/// <summary>In our books, and not in Stripe's balance.</summary>
public sealed record MissingLine(string StripeId, Money Amount, DateTime AtUtc, int EnrollmentId, string EnrollmentNumber)
{
    public required bool IsRefund { get; init; }
}

/// <param name="Listed">What Stripe says that it is made of, together.</param>
public sealed record PayoutRow(int Id, string StripeId, DateOnly ArrivesOn, Money Amount, Money Listed)
{
    public int Parts { get; init; }

    /// <summary>How many of its parts our books have otherwise.</summary>
    public int Differing { get; init; }

    public required string Status { get; init; }

    public string? Failure { get; init; }

    public required bool IsAutomatic { get; init; }

    public required bool IsRead { get; init; }

    public Money Difference => Amount - Listed;

    /// <summary>The bank sent it back, or Stripe called it off: the money has not arrived.</summary>
    public bool HasFailed => Failure is not null || Status is "failed" or "canceled";

    public bool Agrees => !HasFailed && IsAutomatic && IsRead && Difference.IsZero && Differing == 0;

    /// <summary>Whether it is what it is said to be made of, in a sentence.</summary>
    public string Comparison =>
        HasFailed ? "The money has not arrived: look at it in Stripe."
        : !IsAutomatic ? "Made by hand at Stripe, which does not say what it is made of: it cannot be compared."
        : !IsRead ? "Stripe has not listed yet what it is made of."
        : !Difference.IsZero ? $"Off by {Difference.Exact()} from what Stripe lists."
        : Differing > 0 ? $"Equal to the cent; {Differing} of {Parts} differ from our books."
        : $"Equal to the cent: {Parts} balance {(Parts == 1 ? "transaction" : "transactions")}, all in our books.";

    public string State => Failure is null ? Status.Replace('_', ' ') : $"{Status.Replace('_', ' ')}: {Failure.Replace('_', ' ')}";
}

/// <summary>Documents of a month: a range without gaps.</summary>
public sealed record DocumentRange(DocumentKind Kind, string First, string Last, int Count)
{
    public string InWords => string.Create(
        CultureInfo.InvariantCulture, $"{Kind.InWords()}{(Count == 1 ? "" : "s")}: {Count}, {(Count == 1 ? First : $"{First} to {Last}")}");
}
