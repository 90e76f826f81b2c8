using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Sweet.Web.Features.Shared;

/// <summary>
/// Keeps a public page, compressed, for ten seconds: so old may a call to action or a seat count be.
/// Nothing personal may stand on such a page, for everybody gets the same bytes.
/// </summary>
public sealed class PublicPagePolicy(params string[] tags) : IOutputCachePolicy
{
    public const string Articles = "articles";
    public const string Courses = "courses";
    public const string Policies = "policies";

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    /// <summary>How long the memory of an old page may be taken; nobody is shown it, for its key names the moment.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <remarks>A page with a call to action shows cohorts too, so it goes with both tags.</remarks>
    public static void AddAll(OutputCacheOptions options)
    {
        options.AddPolicy(Articles, new PublicPagePolicy(Articles, Courses));
        options.AddPolicy(Courses, new PublicPagePolicy(Courses));
        options.AddPolicy(Policies, new PublicPagePolicy(Policies));
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var readable = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = readable;
        context.AllowCacheStorage = readable;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.Tags.UnionWith(tags);

        // Not by host or other query values: they change nothing on the page, and anybody could fill the memory with them.
        var vary = context.CacheVaryByRules;
        vary.VaryByHost = false;
        vary.QueryKeys = "page";
        vary.VaryByValues[SourceArticle.Key] = SourceArticle.Of(request) ?? "";
        vary.VaryByValues["encoding"] = EncodingOf(request.Headers.AcceptEncoding);
        vary.VaryByValues["moment"] = MomentOf(context.HttpContext).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static string EncodingOf(StringValues accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var all)) return "identity";

        return Takes("br") ? "br" : Takes("gzip") ? "gzip" : "identity";

        bool Takes(string encoding) => all.Any(a => a.Quality is not 0 && a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));
    }

    // The cache's own expiry follows the machine's clock; this one follows ours.
    private static long MomentOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().Ticks / Freshness.Ticks;
}
