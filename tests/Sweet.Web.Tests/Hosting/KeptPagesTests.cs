using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Tests.Hosting;

/// <summary>A page that is kept, in front of a site that counts how often it is made.</summary>
public sealed class KeptPagesTests : KeptSite
{
    [Fact]
    public async Task Are_made_once_for_everybody_who_comes_at_once()
    {
        var gate = new TaskCompletionSource();
        Also = _ => gate.Task;

        var readers = Enumerable.Range(0, 50).Select(_ => Http.GetStringAsync("/page")).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(readers), page => Assert.Equal("A page.", page));
        Assert.Equal(1, Made);
    }

    [Fact]
    public async Task Are_made_without_anything_of_who_asks()
    {
        string? seen = null;
        Also = context =>
        {
            seen = string.Concat(context.Request.Headers.Select(h => h.Key + h.Value)) + context.Request.QueryString + context.User.Identity?.Name
                + context.Connection.RemoteIpAddress;
            return Task.CompletedTask;
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page?name=Ann&token=secret");
        request.Headers.Add("Cookie", "staff=secret");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.UserAgent.ParseAdd("Somebody/1.0");

        await Http.SendAsync(request);

        Assert.Equal("Hostsweet.test", seen);
    }

    [Fact]
    public async Task Never_set_a_cookie_which_would_be_everybodys()
    {
        Also = context =>
        {
            context.Response.Cookies.Append("form", "one");
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Http.GetStringAsync("/page"));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Are_not_kept_unless_they_are_there(int status)
    {
        Also = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        var first = await Http.GetAsync("/page");
        Also = _ => Task.CompletedTask;

        var second = await Http.GetAsync("/page");

        Assert.Equal(status, (int)first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Are_gone_from_here_as_soon_as_what_they_show_is_saved()
    {
        await Http.GetStringAsync("/page");
        await Http.GetStringAsync("/other");
        Text = "Changed.";

        Services.GetRequiredService<KeptPages>().Drop("things");

        Assert.Equal("Changed.", await Http.GetStringAsync("/page"));
        Assert.Equal("A page.", await Http.GetStringAsync("/other"));
    }

    [Fact]
    public async Task Made_before_a_save_are_given_to_nobody_who_comes_after_it()
    {
        var gate = new TaskCompletionSource();
        Also = _ => gate.Task;
        var before = Http.GetStringAsync("/page");
        await Until(() => Made == 1);
        Services.GetRequiredService<KeptPages>().Drop("things");
        Also = _ => Task.CompletedTask;
        Text = "Changed.";

        var after = await Http.GetStringAsync("/page");
        gate.SetResult();
        await before;

        Assert.Equal("Changed.", after);
        Assert.Equal("Changed.", await Http.GetStringAsync("/page"));
    }

    [Fact]
    public async Task Are_never_older_than_ten_seconds()
    {
        await Http.GetStringAsync("/page");
        Text = "Changed.";

        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("Changed.", await Http.GetStringAsync("/page"));
    }

    [Fact]
    public async Task Are_made_anew_while_the_old_one_is_read()
    {
        await Http.GetStringAsync("/page");
        Text = "Changed.";
        var gate = new TaskCompletionSource();
        Also = _ => gate.Task;
        Clock.Advance(TimeSpan.FromSeconds(6));

        var meanwhile = await Http.GetStringAsync("/page");
        gate.SetResult();
        await Until(() => Http.GetStringAsync("/page").Result == "Changed.");

        Assert.Equal("A page.", meanwhile);
        Assert.Equal(2, Made);
    }

    [Fact]
    public async Task Say_how_old_they_are()
    {
        await Http.GetStringAsync("/page");
        Clock.Advance(TimeSpan.FromSeconds(3));

        var page = await Http.GetAsync("/page");

        Assert.Equal(TimeSpan.FromSeconds(3), page.Headers.Age);
    }

    [Fact]
    public async Task Are_not_sent_again_to_a_browser_that_has_them()
    {
        var page = await Http.GetAsync("/page");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/page");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\""));
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);

        var answer = await Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(page.Headers.ETag, answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync("/page")).StatusCode);
        Assert.Equal("no-cache", page.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task May_be_asked_for_their_head_alone()
    {
        var page = await Http.GetAsync("/page");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/page");

        var answer = await Http.SendAsync(head);

        Assert.Equal(page.Content.Headers.ContentLength, answer.Content.Headers.ContentLength);
        Assert.Equal(page.Headers.ETag, answer.Headers.ETag);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Are_whole_whatever_part_is_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page");
        request.Headers.Range = new RangeHeaderValue(2, 4);
        await Http.GetAsync("/page");

        var answer = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("A page.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Are_told_of_in_one_line_a_minute()
    {
        for (var reader = 0; reader < 5; reader++) await Http.GetStringAsync("/page");

        Clock.Advance(TimeSpan.FromMinutes(1));

        await Until(() => Log.Text.Contains("/page", StringComparison.Ordinal));
        Assert.Single(Log.Events, line => line.RenderMessage(CultureInfo.InvariantCulture) == "\"/page\" was answered 4 times from memory in the last minute");
    }
}
