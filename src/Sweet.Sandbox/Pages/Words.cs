using System.Globalization;

namespace Sweet.Sandbox.Pages;

internal static class Words
{
    public static string Money(long minor, string currency)
    {
        var money = new Domain.Money(minor, currency.ToUpperInvariant());
        var amount = money.Units.ToString($"N{money.Decimals}", CultureInfo.InvariantCulture);
        return currency == "usd" ? $"${amount}" : $"{amount} {money.Currency}";
    }

    public static Html Time(DateTimeOffset at)
    {
        var machine = at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var people = at.ToString("ddd d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);
        return Html.Of($"""<time datetime="{machine}">{people} UTC</time>""");
    }

    public static string Short(string id) => id.Length <= 18 ? id : id[..12] + "…" + id[^4..];
}
