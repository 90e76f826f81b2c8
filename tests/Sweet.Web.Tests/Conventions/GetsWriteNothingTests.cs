using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Web.Tests.Hosting;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Conventions;

/// <summary>What <see cref="GetsWriteNothing"/> proves in every story, proved to be able to fail.</summary>
public sealed class GetsWriteNothingTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("GET", HttpStatusCode.InternalServerError)]
    [InlineData("POST", HttpStatusCode.OK)]
    public async Task A_page_that_writes_when_it_is_opened_breaks(string method, HttpStatusCode answer)
    {
        await using var probed = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            services.AddControllers().AddApplicationPart(typeof(WritingProbeController).Assembly)));
        using var client = probed.CreateClient();

        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/probe/writes"));

        Assert.Equal(answer, response.StatusCode);
    }
}
