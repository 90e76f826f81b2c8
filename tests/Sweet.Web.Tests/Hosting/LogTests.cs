using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sweet.Web.Tests.Hosting;

public class LogTests(HostedSite site) : IClassFixture<HostedSite>
{
    [Fact]
    public async Task Names_routes_in_place_of_paths()
    {
        await site.CreateClient().GetAsync("/probe/private/a-secret-token?email=ana@example.com");

        await site.Log.Line("/probe/private/{token}");
        Assert.DoesNotContain("a-secret-token", site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.com", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_no_path_that_has_no_route()
    {
        await site.CreateClient().GetAsync("/probe/nothing/another-secret-token");

        await site.Log.Line("(no route)");
        Assert.DoesNotContain("another-secret-token", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Masks_addresses_that_others_quote()
    {
        site.Services.GetRequiredService<ILogger<LogTests>>().LogWarning("Refused: {Reason}", "invalid address <bea@example.com>");

        await site.Log.Line("Refused", "invalid address <(address)>");
        Assert.DoesNotContain("bea@example.com", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_failure_under_the_number_that_its_page_shows()
    {
        var answer = await site.CreateClient().GetAsync("/probe/failures/ana-secret");
        var page = await answer.Content.ReadAsStringAsync();
        var number = Assert.Single(answer.Headers.GetValues("X-Request-Id"));

        Assert.Contains(number, page, StringComparison.Ordinal);
        var failure = await site.Log.Line(number, "InvalidOperationException");
        Assert.Contains("ProbeController.Fail", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("ana-secret", site.Log.Text, StringComparison.Ordinal);
    }
}
