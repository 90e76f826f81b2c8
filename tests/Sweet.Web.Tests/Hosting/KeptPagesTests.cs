using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Serilog;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Kept;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Hosting;

/// <summary>A page that is kept, in front of a site that counts how often it is made.</summary>
public sealed class KeptPagesTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly SiteLog log = new();
    private WebApplication app = null!;
    private HttpClient http = null!;
    private string text = "A page.";
    private Func<HttpContext, Task> also = _ => Task.CompletedTask;
    private int made;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSerilog(new LoggerConfiguration().WriteTo.Sink(log).CreateLogger(), dispose: true);
        builder.Services.Configure<SiteOptions>(site => site.BaseUrl = "https://sweet.test");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddKeptPages();
        app = builder.Build();
        app.UseKeptPages();
        app.UseRouting();
        app.UsePagesToKeep();
        app.MapGet("/page", (Delegate)MakePage).WithMetadata(new KeptPageAttribute("things"));
        app.MapGet("/other", (Delegate)MakePage).WithMetadata(new KeptPageAttribute("others"));
        await app.StartAsync();
        http = app.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Are_made_once_for_everybody_who_comes_at_once()
    {
        var gate = new TaskCompletionSource();
        also = _ => gate.Task;

        var readers = Enumerable.Range(0, 50).Select(_ => http.GetStringAsync("/page")).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(readers), page => Assert.Equal("A page.", page));
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Are_made_without_anything_of_who_asks()
    {
        string? seen = null;
        also = context =>
        {
            seen = string.Concat(context.Request.Headers.Select(h => h.Key + h.Value)) + context.Request.QueryString + context.User.Identity?.Name
                + context.Connection.RemoteIpAddress;
            return Task.CompletedTask;
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page?name=Ann&token=secret");
        request.Headers.Add("Cookie", "staff=secret");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.UserAgent.ParseAdd("Somebody/1.0");

        await http.SendAsync(request);

        Assert.Equal("Hostsweet.test", seen);
    }

    [Fact]
    public async Task Never_set_a_cookie_which_would_be_everybodys()
    {
        also = context =>
        {
            context.Response.Cookies.Append("form", "one");
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetStringAsync("/page"));
    }

    [Fact]
    public async Task Outlive_a_failure_of_a_few_seconds()
    {
        await http.GetStringAsync("/page");
        also = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        clock.Advance(TimeSpan.FromSeconds(6));
        await http.GetStringAsync("/page");
        while (made < 2) await Task.Yield();

        Assert.Equal("A page.", await http.GetStringAsync("/page"));
        clock.Advance(TimeSpan.FromSeconds(4));
        using var later = await http.GetAsync("/page");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, later.StatusCode);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Are_not_kept_unless_they_are_there(int status)
    {
        also = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        var first = await http.GetAsync("/page");
        also = _ => Task.CompletedTask;

        var second = await http.GetAsync("/page");

        Assert.Equal(status, (int)first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Are_gone_from_here_as_soon_as_what_they_show_is_saved()
    {
        await http.GetStringAsync("/page");
        await http.GetStringAsync("/other");
        text = "Changed.";

        app.Services.GetRequiredService<KeptPages>().Drop("things");

        Assert.Equal("Changed.", await http.GetStringAsync("/page"));
        Assert.Equal("A page.", await http.GetStringAsync("/other"));
    }

    [Fact]
    public async Task Made_before_a_save_are_given_to_nobody_who_comes_after_it()
    {
        var gate = new TaskCompletionSource();
        also = _ => gate.Task;
        var before = http.GetStringAsync("/page");
        await Until(() => made == 1);
        app.Services.GetRequiredService<KeptPages>().Drop("things");
        also = _ => Task.CompletedTask;
        text = "Changed.";

        var after = await http.GetStringAsync("/page");
        gate.SetResult();
        await before;

        Assert.Equal("Changed.", after);
        Assert.Equal("Changed.", await http.GetStringAsync("/page"));
    }

    [Fact]
    public async Task Are_never_older_than_ten_seconds()
    {
        await http.GetStringAsync("/page");
        text = "Changed.";

        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("Changed.", await http.GetStringAsync("/page"));
    }

    [Fact]
    public async Task Are_made_anew_while_the_old_one_is_read()
    {
        await http.GetStringAsync("/page");
        text = "Changed.";
        var gate = new TaskCompletionSource();
        also = _ => gate.Task;
        clock.Advance(TimeSpan.FromSeconds(6));

        var meanwhile = await http.GetStringAsync("/page");
        gate.SetResult();
        await Until(() => http.GetStringAsync("/page").Result == "Changed.");

        Assert.Equal("A page.", meanwhile);
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Say_how_old_they_are()
    {
        await http.GetStringAsync("/page");
        clock.Advance(TimeSpan.FromSeconds(3));

        var page = await http.GetAsync("/page");

        Assert.Equal(TimeSpan.FromSeconds(3), page.Headers.Age);
    }

    [Fact]
    public async Task Are_not_sent_again_to_a_browser_that_has_them()
    {
        var page = await http.GetAsync("/page");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/page");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);

        var answer = await http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(page.Headers.ETag, answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/page")).StatusCode);
        Assert.Equal("no-cache", page.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task May_be_asked_for_their_head_alone()
    {
        var page = await http.GetAsync("/page");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/page");

        var answer = await http.SendAsync(head);

        Assert.Equal(page.Content.Headers.ContentLength, answer.Content.Headers.ContentLength);
        Assert.Equal(page.Headers.ETag, answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Are_whole_whatever_part_is_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page");
        request.Headers.Range = new RangeHeaderValue(2, 4);
        await http.GetAsync("/page");

        var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("A page.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Are_told_of_in_one_line_a_minute()
    {
        for (var reader = 0; reader < 5; reader++) await http.GetStringAsync("/page");

        clock.Advance(TimeSpan.FromMinutes(1));

        await Until(() => log.Text.Contains("/page", StringComparison.Ordinal));
        Assert.Single(log.Events, line => line.RenderMessage(CultureInfo.InvariantCulture) == "\"/page\" was answered 4 times from memory in the last minute");
    }

    private async Task<IResult> MakePage(HttpContext context)
    {
        Interlocked.Increment(ref made);
        var now = text;
        await also(context);
        return Results.Text(now, "text/html", statusCode: context.Response.StatusCode);
    }

    private static Task Until(Func<bool> isSo) => Task.Run(() => Assert.True(SpinWait.SpinUntil(isSo, TimeSpan.FromSeconds(30))));
}
