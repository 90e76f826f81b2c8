using System.Globalization;
using Sweet.Domain;

namespace Sweet.Web.Features.Shared;

/// <summary>An amount as a reader of English writes it.</summary>
public static class MoneyText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Currencies that Stripe counts in whole units.</summary>
    private static readonly HashSet<string> WithoutCents = new(StringComparer.OrdinalIgnoreCase)
    { "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF" };

    /// <summary>"$497" for a round sum, else "$338.30": for prices in running text.</summary>
    public static string InText(this Money money) =>
        Units(money) is var units && units == Math.Truncate(units) ? Write(money, units, "#,0") : money.Exact();

    /// <summary>"$497.00": for totals and receipts.</summary>
    public static string Exact(this Money money) => Write(money, Units(money), WithoutCents.Contains(money.Currency) ? "#,0" : "#,0.00");

    /// <summary>The amount in whole units, as structured data wants it: 497 or 338.3.</summary>
    public static decimal Units(Money money) => WithoutCents.Contains(money.Currency) ? money.Minor : money.Minor / 100m;

    private static string Write(Money money, decimal units, string format)
    {
        var sign = units < 0 ? "−" : "";
        var amount = Math.Abs(units).ToString(format, English);
        return string.Equals(money.Currency, "USD", StringComparison.OrdinalIgnoreCase)
            ? $"{sign}${amount}"
            : $"{sign}{money.Currency.ToUpperInvariant()} {amount}";
    }
}
