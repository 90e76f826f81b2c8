using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Web.Hosting;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Conventions;

/// <summary>What the site answers to, as its own routing knows it.</summary>
public sealed class EndpointConventionTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private IReadOnlyList<RouteEndpoint> Actions =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)];

    [Fact]
    public void Only_those_are_open_to_strangers_that_are_listed_here()
    {
        var open = Actions.Where(a => a.Metadata.GetMetadata<IAllowAnonymous>() is not null || a.Metadata.GetMetadata<IAuthorizeData>() is null)
            .SelectMany(Named).Distinct(StringComparer.Ordinal);

        Assert.Equal(OpenActions.All.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_webhooks_post_without_our_token()
    {
        var unguarded = Actions.Where(a => a.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null).SelectMany(Named);

        Assert.Equal(["POST /stripe-webhooks"], unguarded);
    }

    [Fact]
    public async Task A_post_without_our_token_is_refused()
    {
        using var visitor = site.NewVisitor();
        foreach (var action in Actions.SelectMany(Named).Where(n => n.StartsWith("POST ", StringComparison.Ordinal)))
        {
            var answer = await visitor.Post(Filled(action), []);

            Assert.True(answer.Status == 400, $"{action} answered {answer.Status}");
        }
    }

    [Fact]
    public void Everything_behind_a_link_token_is_private()
    {
        var told = Actions.Where(a => a.RoutePattern.RawText!.Contains("{token", StringComparison.Ordinal) && a.Metadata.GetMetadata<PrivatePageAttribute>() is null);

        Assert.Empty(told.SelectMany(Named));
    }

    [Fact]
    public async Task No_address_answers_an_unknown_name_with_a_failure()
    {
        using var visitor = site.NewVisitor();
        foreach (var action in Actions.SelectMany(Named).Where(n => n.StartsWith("GET ", StringComparison.Ordinal) && n.Contains('{', StringComparison.Ordinal)))
        {
            var answer = await visitor.Open(Filled(action));

            Assert.True(answer.Status is 404 or 410, $"{action} answered {answer.Status}");
        }
    }

    private static string Filled(string action) =>
        string.Join('/', action[(action.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('/').Select(part => part.StartsWith('{') ? "7" : part));

    private static IEnumerable<string> Named(RouteEndpoint action) =>
        (action.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} /{action.RoutePattern.RawText!.TrimStart('/')}");
}
