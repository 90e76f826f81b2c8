using System.Globalization;
using Sweet.Domain;

namespace Sweet.Web.Wording;

/// <summary>An amount as a reader of English writes it.</summary>
public static class MoneyText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo(Institute.Language);

    /// <summary>"$497" for a round sum, else "$338.30": for prices in running text.</summary>
    public static string InText(this Money money) =>
        money.Units is var units && units == Math.Truncate(units) ? Write(money, units, "N0") : money.Exact();

    /// <summary>"$497.00": for totals and receipts.</summary>
    public static string Exact(this Money money) => Write(money, money.Units, $"N{money.Decimals}");

    private static string Write(Money money, decimal units, string format)
    {
        var sign = units < 0 ? "−" : "";
        var amount = Math.Abs(units).ToString(format, English);
        return string.Equals(money.Currency, "USD", StringComparison.OrdinalIgnoreCase)
            ? $"{sign}${amount}"
            : $"{sign}{money.Currency.ToUpperInvariant()} {amount}";
    }
}
