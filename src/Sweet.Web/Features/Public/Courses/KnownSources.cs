using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Public.Courses;

/// <summary>
/// Which article led to a course, if there is such an article: a page that repeated whatever stands in its address would be
/// another page for each address, and fill the memory.
/// </summary>
public sealed class KnownSources(IServiceScopeFactory scopes, TimeProvider clock)
{
    private Known known = new(long.MinValue, []);

    /// <summary>As the cache was told for this request, so that page and key agree.</summary>
    public static string? Of(HttpContext http) => http.Items[typeof(KnownSources)] as string;

    private async ValueTask<string?> Find(HttpRequest request, CancellationToken ct)
    {
        if (SourceArticle.Of(request) is not { } slug) return null;

        var now = clock.GetUtcNow();
        var moment = PublicPagePolicy.MomentOf(now);
        if (known.Moment != moment) known = new Known(moment, await Read(now.UtcDateTime, ct));
        return known.Slugs.Contains(slug) ? slug : null;
    }

    // A withdrawn one too: its link may stand in somebody's email.
    private async Task<HashSet<string>> Read(DateTime nowUtc, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var articles = scope.ServiceProvider.GetRequiredService<SweetDbContext>().Articles;
        return await articles.Where(a => a.PublishedAtUtc <= nowUtc).Select(a => a.Slug).ToHashSetAsync(StringComparer.Ordinal, ct);
    }

    private sealed record Known(long Moment, HashSet<string> Slugs);

    /// <summary>Keeps the page of a course once for each article that leads to it.</summary>
    public sealed class Policy : IOutputCachePolicy
    {
        private readonly PublicPagePolicy page = PublicPagePolicy.OfCourses;

        public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            await page.CacheRequestAsync(context, cancellation);
            var http = context.HttpContext;
            var source = await http.RequestServices.GetRequiredService<KnownSources>().Find(http.Request, cancellation);
            http.Items[typeof(KnownSources)] = source;
            context.CacheVaryByRules.VaryByValues[SourceArticle.Key] = source ?? "";
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
            page.ServeFromCacheAsync(context, cancellation);

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) =>
            page.ServeResponseAsync(context, cancellation);
    }
}
