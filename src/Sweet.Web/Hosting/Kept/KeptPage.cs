using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Sweet.Web.Hosting.Kept;

/// <summary>A page as everybody gets it: its bytes, and its whole head as the site wrote it.</summary>
internal sealed class KeptPage
{
    // Of one answer alone: who asked, when, and in which form.
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase)
    {
        RequestReference.Header, HeaderNames.AcceptRanges, HeaderNames.ContentLength, HeaderNames.Date, HeaderNames.ETag,
        HeaderNames.LastModified, HeaderNames.TransferEncoding,
    };

    private static readonly string[] Texts = ["text/", "xml", "json", "javascript"];

    private const int TagBytes = 9;
    private const int MostSignsOfTags = 1_000;

    private static readonly StringValues[] Ages =
        [.. Enumerable.Range(0, 11).Select(seconds => new StringValues(seconds.ToString(CultureInfo.InvariantCulture)))];

    private readonly KeyValuePair<string, StringValues>[] head;
    private readonly PackedBody body;
    private readonly EntityTagHeaderValue tag;
    private readonly StringValues tagText;

    private KeptPage(
        KeyValuePair<string, StringValues>[] head, PackedBody body, EntityTagHeaderValue tag, DateTimeOffset madeAt, Endpoint? endpoint)
    {
        this.head = head;
        this.body = body;
        this.tag = tag;
        tagText = tag.ToString();
        MadeAt = madeAt;
        Endpoint = endpoint;
    }

    /// <summary>When the site was asked for it: nothing on it is older.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>What answers when it is not kept: metrics name its route.</summary>
    public Endpoint? Endpoint { get; }

    public long Size => body.Size;

    /// <param name="before">The page until now. If its bytes are the same, their packed ones stay.</param>
    public static KeptPage Of(MadeAnswer answer, KeptPage? before, DateTimeOffset madeAt, Endpoint? endpoint)
    {
        var kept = answer.Headers.Where(header => !NotKept.Contains(header.Key)).ToDictionary(StringComparer.OrdinalIgnoreCase);
        // A browser may keep it, and asks each time whether it is still the same.
        kept.TryAdd(HeaderNames.CacheControl, "no-cache");
        if (!answer.Headers.Vary.Contains(HeaderNames.AcceptEncoding, StringComparer.OrdinalIgnoreCase))
            kept[HeaderNames.Vary] = StringValues.Concat(answer.Headers.Vary, HeaderNames.AcceptEncoding);
        var bytes = before?.body.Is(answer.Body) is true ? before.body : new PackedBody(answer.Body, IsText(answer.Headers.ContentType));
        var hash = Convert.ToBase64String(SHA256.HashData(answer.Body).AsSpan(0, TagBytes));
        return new KeptPage([.. kept], bytes, new EntityTagHeaderValue($"\"{hash}\"", isWeak: true), madeAt, endpoint);
    }

    /// <summary>Before anybody is given it in place of the one before.</summary>
    public Task PackLike(KeptPage? before) => before is null || before.body == body ? Task.CompletedTask : body.PackLike(before.body);

    /// <param name="now">Null for what does not age: a file.</param>
    public Task WriteTo(HttpContext context, DateTimeOffset? now)
    {
        var (request, response) = (context.Request, context.Response);
        foreach (var (name, value) in head) response.Headers[name] = value;
        response.Headers.ETag = tagText;
        if (now is { } moment) response.Headers.Age = AgeAt(moment);
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && Names(known))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.Remove(HeaderNames.ContentType);
            return Task.CompletedTask;
        }

        var encoding = AcceptedEncoding.Of(request.Headers.AcceptEncoding);
        var packed = body.In(encoding);
        if (packed is not null) response.Headers.ContentEncoding = encoding;
        var bytes = packed ?? body.Plain;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes).AsTask();
    }

    private StringValues AgeAt(DateTimeOffset now)
    {
        var seconds = Math.Max(0, (int)(now - MadeAt).TotalSeconds);
        return seconds < Ages.Length ? Ages[seconds] : seconds.ToString(CultureInfo.InvariantCulture);
    }

    // Nobody who reads knows of more pages than a few.
    private bool Names(StringValues known) =>
        known.Sum(list => list?.Length ?? 0) <= MostSignsOfTags
        && EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));

    private static bool IsText(string? contentType) =>
        contentType is not null && Texts.Any(kind => contentType.Contains(kind, StringComparison.OrdinalIgnoreCase));
}
