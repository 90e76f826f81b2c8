using System.ComponentModel;
using Microsoft.Extensions.Caching.Hybrid;

namespace Sweet.Web.Features.Articles;

public sealed record ContentsEntry(string Anchor, string Heading);

/// <summary>What a Markdown body becomes; the references stand apart, for the call to action comes before them.</summary>
[ImmutableObject(true)]
public sealed record RenderedArticle(string Body, string References, IReadOnlyList<ContentsEntry> Contents, int Minutes)
{
    public bool HasReferences => References.Length > 0;

    /// <summary>A short article is its own table of contents.</summary>
    public bool IsLong => Contents.Count > 2;
}

/// <summary>Renders each version of an article once.</summary>
public sealed class ArticleHtml(HybridCache cache)
{
    public ValueTask<RenderedArticle> Of(int articleId, int version, string markdown, CancellationToken ct) =>
        cache.GetOrCreateAsync(
            $"article-html/{articleId}/{version}",
            markdown,
            static (text, _) => ValueTask.FromResult(ArticleMarkdown.Render(text)),
            cancellationToken: ct);
}
