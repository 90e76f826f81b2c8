using System.Globalization;

namespace Sweet.Sandbox.Pages;

/// <summary>Sums and moments for people.</summary>
internal static class Words
{
    public static string Money(long minor, string currency) => currency == "usd"
        ? (minor / 100m).ToString("$#,##0.00", CultureInfo.InvariantCulture)
        : (minor / 100m).ToString("#,##0.00 ", CultureInfo.InvariantCulture) + currency.ToUpperInvariant();

    public static Html Time(DateTimeOffset at) =>
        Html.Of($"""<time datetime="{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}">{at.ToString("ddd d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture)} UTC</time>""");

    public static string Short(string id) => id.Length <= 18 ? id : id[..12] + "…" + id[^4..];
}
