using System.Net;
using Microsoft.AspNetCore.Http;

namespace Sweet.Web.Tests.Hosting;

/// <summary>Pages that are kept while the site behind them fails, or while packing has no time for them.</summary>
public sealed class KeptPagesInTroubleTests : KeptSite
{
    [Fact]
    public async Task Are_not_asked_for_again_at_once_when_the_site_fails()
    {
        await Http.GetStringAsync("/page");
        Also = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        Clock.Advance(TimeSpan.FromSeconds(6));
        await Http.GetStringAsync("/page");
        await Until(() => Log.Text.Contains("was not made anew: the site answered 503", StringComparison.Ordinal));

        for (var i = 0; i < 20; i++) await Http.GetStringAsync("/page");

        Assert.Equal(2, Made);
    }

    [Fact]
    public async Task Are_packed_well_once_somebody_asks_again()
    {
        Text = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"A page of number {i}. "));
        var first = await LengthPacked();

        var later = first;
        for (var i = 0; i < 5_000 && later == first; i++) later = await LengthPacked();

        Assert.InRange(later, 1, first - 1);
    }

    [Fact]
    public async Task Outlive_a_failure_of_a_few_seconds()
    {
        await Http.GetStringAsync("/page");
        Also = context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };
        Clock.Advance(TimeSpan.FromSeconds(6));
        await Http.GetStringAsync("/page");
        await Until(() => Made == 2);

        Assert.Equal("A page.", await Http.GetStringAsync("/page"));
        Clock.Advance(TimeSpan.FromSeconds(4));
        using var later = await Http.GetAsync("/page");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, later.StatusCode);
    }

    private async Task<int> LengthPacked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page");
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await Http.SendAsync(request);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}
