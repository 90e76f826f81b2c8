using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Conventions;

/// <summary>Every address that the site answers to, asked in the wrong way.</summary>
public sealed class EndpointConventionTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    // The pages of staff send a stranger to sign in first: StaffPagesTests asks them.
    private IReadOnlyList<RouteEndpoint> Actions =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && e.Metadata.GetMetadata<IAllowAnonymous>() is not null)];

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
