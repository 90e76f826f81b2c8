using Microsoft.Extensions.Caching.Hybrid;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Articles;

/// <summary>Renders each version of an article once.</summary>
public sealed class ArticleHtml(HybridCache cache)
{
    public ValueTask<RenderedText> Render(int articleId, int version, string markdown, CancellationToken ct) =>
        cache.GetOrCreateAsync(
            $"article-html/{articleId}/{version}",
            markdown,
            static (text, _) => ValueTask.FromResult(MarkdownText.Render(text)),
            cancellationToken: ct);
}
