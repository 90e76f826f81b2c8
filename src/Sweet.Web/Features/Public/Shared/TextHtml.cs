using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;
using Sweet.Web.Hosting;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Shared;

/// <summary>Renders every text once a day, and logs it then if it cannot be shown: not at each of its readers.</summary>
public sealed partial class TextHtml(HybridCache cache, IOptions<SiteOptions> site, ILogger<TextHtml> log)
{
    private static readonly HybridCacheEntryOptions ForADay = new() { Expiration = TimeSpan.FromDays(1) };

    private readonly Uri address = new(site.Value.BaseUrl);

    /// <param name="what">Names the text in the log, like "article 12".</param>
    public ValueTask<RenderedText> Render(string what, string markdown, CancellationToken ct) =>
        Kept(what, markdown, () => MarkdownText.Render(markdown, address), ct);

    /// <inheritdoc cref="MarkdownText.RenderPart"/>
    public async ValueTask<string> RenderPart(string what, string markdown, string part, CancellationToken ct) =>
        (await Kept($"{what}, {part}", markdown, () => MarkdownText.RenderPart(markdown, part, address), ct)).Body;

    private ValueTask<RenderedText> Kept(string what, string markdown, Func<RenderedText> render, CancellationToken ct)
    {
        var content = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(markdown)));
        return cache.GetOrCreateAsync(
            $"text/{what}/{content}", _ => ValueTask.FromResult(Told(what, render())), ForADay, cancellationToken: ct);
    }

    private RenderedText Told(string what, RenderedText text)
    {
        if (text.Refusal is { } reason) NotShown(what, reason);
        return text;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The text of {What} is not shown, a sentence stands in its place: {Reason}")]
    private partial void NotShown(string what, string reason);
}
