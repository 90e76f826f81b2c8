using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

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

    /// <summary>The list of articles, which has pages.</summary>
    public const string ArticleList = "article-list";

    /// <summary>One course, whose links carry the article on that led to it.</summary>
    public const string Course = "course";

    /// <summary>Of all kept pages together, compressed; beyond it the oldest go.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private const long MostBytesOfAPage = 4 * 1024 * 1024;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    /// <summary>How long the memory of an old page may be taken; nobody is shown it, for its key names the moment.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);

    /// <remarks>A page with a call to action shows cohorts too, so it goes with both tags.</remarks>
    public static PublicPagePolicy OfArticles { get; } = new(Articles, Courses);

    public static PublicPagePolicy OfCourses { get; } = new(Courses);

    public static void AddAll(OutputCacheOptions options)
    {
        options.SizeLimit = MostBytes;
        options.MaximumBodySize = MostBytesOfAPage;
        options.UseCaseSensitivePaths = true;
        options.AddPolicy(Articles, OfArticles);
        options.AddPolicy(Courses, OfCourses);
        options.AddPolicy(Policies, new PublicPagePolicy(Policies));
    }

    /// <summary>A number for each ten seconds. The cache's own expiry follows the machine's clock; this one follows ours.</summary>
    public static long MomentOf(DateTimeOffset now) => now.Ticks / Freshness.Ticks;

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

        // Not by host or query: they change nothing on the page, and anybody could fill the memory with them.
        var vary = context.CacheVaryByRules;
        vary.VaryByHost = false;
        vary.QueryKeys = StringValues.Empty;
        vary.VaryByValues["encoding"] = AcceptedEncoding.Of(request.Headers.AcceptEncoding);
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        vary.VaryByValues["moment"] = MomentOf(clock.GetUtcNow()).ToString(CultureInfo.InvariantCulture);
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
}
