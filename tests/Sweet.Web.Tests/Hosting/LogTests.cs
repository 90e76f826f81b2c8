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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_number_is_ours_whatever_trace_a_visitor_claims_to_be_part_of(bool isTraced)
    {
        const string claimed = "11112222333344445555666677778888";
        await using var another = isTraced ? new HostedSite().With("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9") : new HostedSite();
        using var client = another.CreateClient();
        List<string> numbers = [];
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/probe/failures/ana-secret");
            request.Headers.Add("traceparent", $"00-{claimed}-1111222233334444-01");
            request.Headers.Add("tracestate", "visitor=chosen");
            request.Headers.Add("baggage", "visitor=chosen");
            request.Headers.Add("X-Request-Id", claimed);
            request.Headers.Add("Request-Id", $"|{claimed}.1.");
            var answer = await client.SendAsync(request);
            numbers.Add(Assert.Single(answer.Headers.GetValues("X-Request-Id")));
            Assert.DoesNotContain(claimed, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(claimed, numbers);
        Assert.Equal(2, numbers.Distinct().Count());
        await another.Log.Line(numbers[0], "InvalidOperationException");
        Assert.DoesNotContain(claimed, another.Log.Text, StringComparison.Ordinal);
    }
}
