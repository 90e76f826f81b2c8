using System.Globalization;

namespace Sweet.Sandbox.Pages;

internal static class Words
{
    public static string Money(long minor, string currency) => currency == "usd"
        ? (minor / 100m).ToString("$#,##0.00", CultureInfo.InvariantCulture)
        : (minor / 100m).ToString("#,##0.00 ", CultureInfo.InvariantCulture) + currency.ToUpperInvariant();

    public static Html Time(DateTimeOffset at)
    {
        var machine = at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var people = at.ToString("ddd d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);
        return Html.Of($"""<time datetime="{machine}">{people} UTC</time>""");
    }

    public static string Short(string id) => id.Length <= 18 ? id : id[..12] + "…" + id[^4..];
}
