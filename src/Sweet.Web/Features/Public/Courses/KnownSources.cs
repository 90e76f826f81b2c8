using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Public.Courses;

/// <summary>
/// Which article led to a course, if there is such an article: a page that repeated whatever stands in its address would be
/// another page for each address, and fill the memory.
/// </summary>
public sealed class KnownSources(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Known = TimeSpan.FromSeconds(10);

    private readonly Lock guard = new();
    private DateTimeOffset askedAt = DateTimeOffset.MinValue;
    private Task<HashSet<string>> known = Task.FromResult(new HashSet<string>(StringComparer.Ordinal));

    public async ValueTask<string?> Find(HttpRequest request)
    {
        if (SourceArticle.Of(request) is not { } slug) return null;

        return (await All()).Contains(slug) ? slug : null;
    }

    // However many come at once, one reads; and who comes after a failure reads again.
    private Task<HashSet<string>> All()
    {
        lock (guard)
        {
            var now = clock.GetUtcNow();
            if (now - askedAt >= Known || known.IsFaulted || known.IsCanceled) (askedAt, known) = (now, Read(now.UtcDateTime));
            return known;
        }
    }

    // A withdrawn one too: its link may stand in somebody's email.
    private async Task<HashSet<string>> Read(DateTime nowUtc)
    {
        await using var scope = scopes.CreateAsyncScope();
        var articles = scope.ServiceProvider.GetRequiredService<SweetDbContext>().Articles;
        return await articles.Where(a => a.PublishedAtUtc <= nowUtc).Select(a => a.Slug).ToHashSetAsync(StringComparer.Ordinal);
    }
}

/// <summary>Keeps the page of a course once for each article that leads to it: its links carry the article on.</summary>
public sealed class KeptCourseAttribute() : KeptPageAttribute(PageTags.Courses)
{
    // A code is carried on as well: there may be any number, and to keep only those that exist would tell which do.
    public override async ValueTask<string?> QueryOf(HttpContext http) =>
        CarriedCode.Of(http.Request) is not null ? null
        : SourceArticle.AddTo("", await http.RequestServices.GetRequiredService<KnownSources>().Find(http.Request));
}
