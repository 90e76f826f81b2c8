using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Sweet.Web.Hosting.Kept;

/// <summary>
/// Public pages and static files, answered from memory before anything else of the site runs.
/// A page is made anew behind its readers' backs once half of its ten seconds is over; a file stays as long as the site runs.
/// </summary>
public sealed partial class KeptPages(
    IServiceScopeFactory scopes, IOptions<SiteOptions> site, TimeProvider clock, IHostApplicationLifetime life, ILogger<KeptPages> log)
{
    /// <summary>Of all pages together; beyond it the half goes that was made longest ago.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    private const int MostBytesOfAPage = 4 * 1024 * 1024;

    /// <summary>So old may a call to action or a count of seats be.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Renewed = Longest / 2;

    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<PageAddress, KeptAddress> addresses = new();

    /// <summary>By the path: which of the queries that come with it make another page.</summary>
    private readonly ConcurrentDictionary<string, KeptPageAttribute> rules = new(StringComparer.Ordinal);

    private RequestDelegate siteBehind = _ => throw new InvalidOperationException("Answer builds the way to the pages.");

    // Once a page is asked for: a verb builds the site too, and may do so without an address.
    private Uri BaseUrl => field ??= new Uri(site.Value.BaseUrl);

    internal IEnumerable<KeptAddress> Addresses => addresses.Values;

    /// <summary>Stands before everything else: what is kept is answered here.</summary>
    public RequestDelegate Answer(RequestDelegate next)
    {
        siteBehind = next;
        return http => IsRead(http) && rules.TryGetValue(http.Request.Path.Value ?? "", out var rule)
            ? AnswerKept(http, rule)
            : next(http);
    }

    /// <summary>Stands behind the routing, which knows what is kept: what is not there yet, or too old, is made here.</summary>
    public RequestDelegate Make(RequestDelegate next) => async http =>
    {
        if (!IsRead(http) || AskedAsNobody.Is(http) || RuleOf(http) is not { } rule) await next(http);
        else if (!rule.StaysForever && OneAddress.LeadsTo(http)) return;
        else if (await rule.QueryOf(http) is { } query) await AnswerMade(http, rule, query);
        else await next(http);
    };

    /// <summary>After a save: nobody on this instance sees a page again that was made before it. Others follow in ten seconds.</summary>
    public void Drop(string tag)
    {
        foreach (var (_, kept) in addresses)
            if (kept.Rule.Tags.Contains(tag, StringComparer.Ordinal)) Remove(kept);
    }

    private static bool IsRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    private static KeptPageAttribute? RuleOf(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        // A file in capitals is found as well; kept is the one address that we write.
        if (endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is { } file)
            return http.Request.Path.Value?.AsSpan(1).SequenceEqual(file.Route) is true ? KeptPageAttribute.OfFiles : null;
        return endpoint?.Metadata.GetMetadata<KeptPageAttribute>();
    }

    private Task AnswerKept(HttpContext http, KeptPageAttribute rule)
    {
        if (http.Request.QueryString.HasValue) return AnswerKeptWithQuery(http, rule);

        return Fresh(new PageAddress(http.Request.Path.Value!, "")) is { } kept ? Write(kept, http) : siteBehind(http);
    }

    private async Task AnswerKeptWithQuery(HttpContext http, KeptPageAttribute rule)
    {
        if (await QueryOrNull(http, rule) is { } query && Fresh(new PageAddress(http.Request.Path.Value!, query)) is { } kept)
            await Write(kept, http);
        else
            await siteBehind(http);
    }

    // Nothing stands before it that answers a failure: the site behind meets it again, and does.
    private static async ValueTask<string?> QueryOrNull(HttpContext http, KeptPageAttribute rule)
    {
        try
        {
            return await rule.QueryOf(http);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private async Task AnswerMade(HttpContext http, KeptPageAttribute rule, string query)
    {
        var kept = addresses.GetOrAdd(new PageAddress(http.Request.Path.Value ?? "", query), address => new KeptAddress(address, rule));
        // Another one, if the page was dropped and made since.
        if (Fresh(kept.Address) is { } fresh)
        {
            await Write(fresh, http);
            return;
        }

        var endpoint = http.GetEndpoint();
        var made = await kept.MakeOnce(() => Make(kept, endpoint, isAwaited: true));
        if (made.Page is { } page) await page.WriteTo(http, AgesBy(rule));
        else await made.Answer.WriteTo(http);
    }

    private KeptAddress? Fresh(PageAddress address)
    {
        if (!addresses.TryGetValue(address, out var kept) || kept.Page is not { } page) return null;
        if (kept.Rule.StaysForever) return kept;

        var age = clock.GetUtcNow() - page.MadeAt;
        if (age >= Renewed && age < Longest && clock.GetUtcNow() - kept.FailedAt >= RestAfterFailure)
            _ = kept.MakeOnce(() => Renew(kept, page.Endpoint));
        return age < Longest ? kept : null;
    }

    private Task Write(KeptAddress kept, HttpContext http)
    {
        var page = kept.Page!;
        kept.CountAnswer();
        http.SetEndpoint(page.Endpoint);
        return page.WriteTo(http, AgesBy(kept.Rule));
    }

    private DateTimeOffset? AgesBy(KeptPageAttribute rule) => rule.StaysForever ? null : clock.GetUtcNow();

    // Whoever comes after its ten seconds asks again, and gets the failure if it lasts.
    private async Task<KeptAddress.Made> Renew(KeptAddress kept, Endpoint? endpoint)
    {
        try
        {
            return await Make(kept, endpoint, isAwaited: false);
        }
        catch (Exception failure) when (!life.ApplicationStopping.IsCancellationRequested)
        {
            kept.FailedAt = clock.GetUtcNow();
            NotRenewed(failure, kept.Address);
            throw;
        }
    }

    private void NoteFailure(KeptAddress kept, int status)
    {
        kept.FailedAt = clock.GetUtcNow();
        NotRenewedBut(kept.Address, status);
    }

    private async Task<KeptAddress.Made> Make(KeptAddress kept, Endpoint? endpoint, bool isAwaited)
    {
        var madeAt = clock.GetUtcNow();
        var answer = await AskedAsNobody.Ask(siteBehind, scopes, BaseUrl, kept.Address);
        if (answer.Headers.ContainsKey(HeaderNames.SetCookie))
            throw new InvalidOperationException($"A page for everyone sets a cookie: {kept.Address}.");
        if (!answer.MayBeKept || answer.Body.Length > MostBytesOfAPage)
        {
            // A failure that passes takes nobody the page that is good for some seconds more.
            if (isAwaited || answer.Status < StatusCodes.Status500InternalServerError) Remove(kept);
            else NoteFailure(kept, answer.Status);
            return new KeptAddress.Made(answer, Page: null);
        }

        var isNew = kept.Page is null;
        var page = KeptPage.Of(answer, kept.Page, madeAt, endpoint);
        if (!isAwaited) await page.PackLike(kept.Page);
        kept.Keep(page);
        rules[kept.Address.Path] = kept.Rule;
        if (isNew) MakeRoom();
        return new KeptAddress.Made(answer, page);
    }

    private void MakeRoom()
    {
        if (addresses.Sum(a => a.Value.Page?.Size ?? 0) <= MostBytes) return;

        foreach (var (_, kept) in addresses.OrderBy(a => a.Value.Page?.MadeAt).Take(addresses.Count / 2)) Remove(kept);
    }

    private void Remove(KeptAddress kept) => addresses.TryRemove(KeyValuePair.Create(kept.Address, kept));

    [LoggerMessage(Level = LogLevel.Error, Message = "The page of {Address} was not made anew")]
    private partial void NotRenewed(Exception failure, PageAddress address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The page of {Address} was not made anew: the site answered {Status}")]
    private partial void NotRenewedBut(PageAddress address, int status);
}
