using System.Net;

namespace Sweet.Web.Tests.Hosting;

public class RateLimitTests
{
    [Fact]
    public async Task Answer_with_a_page_that_says_to_wait()
    {
        await using var site = new HostedSite().With("RateLimits:Mail:Permits", "2");
        var client = site.CreateClient();

        var first = await Post(client);
        var second = await Post(client);
        var third = await Post(client);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, second.StatusCode]);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        Assert.Contains("in 10 minutes at the latest", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", HttpStatusCode.OK)]
    [InlineData("192.0.2.1", HttpStatusCode.TooManyRequests)]
    public async Task Count_the_clients_of_a_known_proxy_one_by_one(string proxy, HttpStatusCode secondClient)
    {
        await using var site = new HostedSite().With("RateLimits:Mail:Permits", "1").With("Proxy:KnownNetworks:0", "10.0.0.0/8");
        var client = site.Behind(proxy).CreateClient();

        await Post(client, "203.0.113.1");
        var second = await Post(client, "203.0.113.2");

        Assert.Equal(secondClient, second.StatusCode);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string? forwardedFor = null)
    {
        using var form = new FormUrlEncodedContent([]);
        form.Headers.Add("X-Forwarded-For", forwardedFor);
        return await client.PostAsync("/probe/mails", form);
    }
}
