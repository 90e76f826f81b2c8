using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Sweet.Web.Features.Shared;

namespace Sweet.Web.Features.Public.Articles;

/// <summary>Which page of the list of articles an address asks for; the cache and the page itself ask here.</summary>
public static class PageNumber
{
    private const string Key = "page";
    private const int MostDigits = 6;

    /// <summary>1 without any; null for what is not written as a number is: one page, one way to write it.</summary>
    public static int? Of(HttpRequest request) => request.Query[Key] switch
    {
        [] => 1,
        [{ Length: > 0 and <= MostDigits } digits] when digits[0] != '0' && digits.All(char.IsAsciiDigit) =>
            int.Parse(digits, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Keeps each page of the list by its number; a page that the list does not have is not found, hence not kept.</summary>
    public sealed class Policy : IOutputCachePolicy
    {
        private readonly PublicPagePolicy page = PublicPagePolicy.OfArticles;

        public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            await page.CacheRequestAsync(context, cancellation);
            context.CacheVaryByRules.VaryByValues[Key] = Of(context.HttpContext.Request)?.ToString(CultureInfo.InvariantCulture) ?? "none";
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
            page.ServeFromCacheAsync(context, cancellation);

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) =>
            page.ServeResponseAsync(context, cancellation);
    }
}
