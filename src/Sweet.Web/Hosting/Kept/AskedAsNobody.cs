using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Sweet.Web.Hosting.Kept;

/// <summary>
/// A page is made for everybody by asking for it as nobody: no cookie, no network, no header, and no query but the one that the page
/// depends on. So nothing of a visitor can stand on it.
/// </summary>
internal sealed class AskedAsNobody
{
    private AskedAsNobody()
    {
    }

    public static bool Is(HttpContext context) => context.Features.Get<AskedAsNobody>() is not null;

    /// <param name="site">All that stands behind the kept pages: headers, error pages, routing, the page.</param>
    public static Task<MadeAnswer> Ask(RequestDelegate site, IServiceScopeFactory scopes, Uri baseUrl, PageAddress address)
    {
        // What flows with a call, like a trace or the request at hand, would be the visitor's.
        using (ExecutionContext.SuppressFlow())
            return Task.Run(() => AskNow(site, scopes, baseUrl, address));
    }

    private static async Task<MadeAnswer> AskNow(RequestDelegate site, IServiceScopeFactory scopes, Uri baseUrl, PageAddress address)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answer = new HeldBackResponse();
        using var bytes = new MemoryStream();
        var body = new StreamResponseBodyFeature(bytes);
        var features = new FeatureCollection();
        features.Set(new AskedAsNobody());
        features.Set<IHttpRequestFeature>(RequestFor(address, baseUrl));
        features.Set<IHttpResponseFeature>(answer);
        features.Set<IHttpResponseBodyFeature>(body);

        await site(new DefaultHttpContext(features) { RequestServices = scope.ServiceProvider });
        await answer.Start();
        await body.CompleteAsync();
        return new MadeAnswer(answer.StatusCode, answer.Headers, bytes.ToArray());
    }

    private static HttpRequestFeature RequestFor(PageAddress address, Uri baseUrl)
    {
        var request = new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Protocol = HttpProtocol.Http11,
            Scheme = baseUrl.Scheme,
            Path = address.Path,
            QueryString = address.Query,
            RawTarget = address.ToString(),
        };
        request.Headers[HeaderNames.Host] = baseUrl.Authority;
        return request;
    }

    /// <summary>Sends nothing: what waits for the start of an answer runs when all of it is there.</summary>
    private sealed class HeldBackResponse : HttpResponseFeature
    {
        private readonly Stack<(Func<object, Task> Act, object State)> starting = new();

        public override void OnStarting(Func<object, Task> callback, object state) => starting.Push((callback, state));

        public async Task Start()
        {
            while (starting.TryPop(out var last)) await last.Act(last.State);
        }
    }
}

/// <summary>What the site answered to nobody in particular.</summary>
internal sealed record MadeAnswer(int Status, IHeaderDictionary Headers, byte[] Body)
{
    public bool MayBeKept => Status == StatusCodes.Status200OK;

    /// <summary>Gives it to somebody who waited for the page and gets another answer, like that there is none.</summary>
    public Task WriteTo(HttpContext context)
    {
        context.Response.StatusCode = Status;
        // Its number too: it stands on the page of a failure, and beside the lines of the log that tell of it.
        foreach (var (name, value) in Headers) context.Response.Headers[name] = value;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(Body).AsTask();
    }
}
