using System.Net;

namespace Sweet.Web.Tests.Hosting;

public class PageHeaderTests(HostedSite site) : IClassFixture<HostedSite>
{
    [Fact]
    public async Task Forbid_everything_that_is_not_ours()
    {
        var page = await Get("/probe/public");

        var policy = Header(page, "Content-Security-Policy");
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("stripe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(page, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(page, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(page, "Cross-Origin-Opener-Policy"));
        Assert.Equal("strict-origin-when-cross-origin", Header(page, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(page, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/probe/public", true)]
    [InlineData("/probe/private/some-token", false)]
    public async Task Let_a_public_page_alone_ask_the_site_for_more(string address, bool mayAsk)
    {
        var policy = Header(await Get(address), "Content-Security-Policy");

        Assert.Equal(mayAsk, policy.Contains("connect-src 'self'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Let_only_the_page_that_leads_to_checkout_post_to_it()
    {
        var page = await Get("/probe/private/some-token");

        Assert.Contains("form-action 'self' https://checkout.stripe.com", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/probe/private/some-token", HttpStatusCode.OK)]
    [InlineData("/probe/private/missing", HttpStatusCode.NotFound)]
    [InlineData("/probe/failures/some-token", HttpStatusCode.InternalServerError)]
    public async Task Keep_the_address_of_a_private_page_to_itself(string address, HttpStatusCode status)
    {
        var page = await Get(address);

        Assert.Equal(status, page.StatusCode);
        Assert.Equal("no-referrer", Header(page, "Referrer-Policy"));
        Assert.Equal("no-store", Header(page, "Cache-Control"));
        Assert.Equal("noindex", Header(page, "X-Robots-Tag"));
    }

    [Fact]
    public async Task May_be_asked_for_alone()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/probe/public");

        var page = await site.CreateClient().SendAsync(head);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("nosniff", Header(page, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task Keep_a_browser_on_https_for_a_year_in_production()
    {
        await using var production = new HostedSite().InProduction();

        var page = await production.CreateClient(new() { BaseAddress = new("https://sweet.example") }).GetAsync("/probe/public");

        Assert.Equal("max-age=31536000; includeSubDomains", Header(page, "Strict-Transport-Security"));
        Assert.Contains("upgrade-insecure-requests", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_for_no_https_outside_production()
    {
        var page = await Get("/probe/public");

        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
        Assert.DoesNotContain("upgrade-insecure-requests", Header(page, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Get(string address) => await site.CreateClient().GetAsync(address);

    private static string Header(HttpResponseMessage page, string name) =>
        Assert.Single(page.Headers.GetValues(name));
}
