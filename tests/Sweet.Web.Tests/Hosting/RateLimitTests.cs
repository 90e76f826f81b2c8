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
        Assert.Contains("Too many requests", await third.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client)
    {
        using var form = new FormUrlEncodedContent([new("Email", "ana@example.com")]);
        return await client.PostAsync("/probe/mails", form);
    }
}
