using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Sweet.Web.Hosting.Kept;

/// <summary>The one rule by which a page is compressed and kept (RFC 9110, 12.5.3): what the client likes best, or Brotli.</summary>
public static class AcceptedEncoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";
    public const string Identity = "identity";

    /// <remarks>Repeatable: of its own answer it says the same. Nobody is refused a page for refusing every encoding of it.</remarks>
    public static string Of(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var all)) return Identity;

        var brotli = QualityOf(all, Brotli) ?? 0;
        var gzip = QualityOf(all, Gzip, "x-gzip") ?? 0;
        // Always acceptable unless it is refused, and never better than what the client asks for by name.
        var identity = Named(all, Identity) ?? 0;
        if (Math.Max(brotli, gzip) is var best && (best <= 0 || best < identity)) return Identity;

        return brotli >= gzip ? Brotli : Gzip;
    }

    private static double? QualityOf(IList<StringWithQualityHeaderValue> all, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Named(all, name) is { } quality) return quality;
        return Named(all, "*");
    }

    // Named twice, the lower one counts: whoever refuses it anywhere does not get it.
    private static double? Named(IList<StringWithQualityHeaderValue> all, string name) =>
        all.Where(a => a.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Min(a => (double?)(a.Quality ?? 1));
}
