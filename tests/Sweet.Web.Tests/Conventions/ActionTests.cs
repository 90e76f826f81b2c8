using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Web.Hosting;
using Sweet.Web.Tests.Hosting;

namespace Sweet.Web.Tests.Conventions;

public sealed class ActionTests(HostedSite site) : IClassFixture<HostedSite>
{
    private IEnumerable<RouteEndpoint> Actions => site.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly == typeof(SweetSite).Assembly);

    [Fact]
    public void Each_action_is_reached_by_whom_the_table_says()
    {
        var expected = WhoReachesWhat.Table.Split('\n').Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        var found = Actions.Select(e => $"{WhoReaches(e)}: {Named(e)}").Distinct();
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_of_staff_is_a_private_page()
    {
        var ofStaff = Actions.Where(e => e.RoutePattern.RawText!.TrimStart('/') is var path && (path.StartsWith("staff", StringComparison.Ordinal) || path.StartsWith("admin", StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(ofStaff);
        Assert.All(ofStaff, e => Assert.True(e.Metadata.GetMetadata<PrivatePageAttribute>() is not null, Named(e)));
    }

    [Fact]
    public void Whatever_a_token_opens_is_a_private_page()
    {
        var withToken = Actions.Where(e => e.RoutePattern.RawText!.Contains("{token}", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(withToken);
        Assert.All(withToken, e => Assert.True(e.Metadata.GetMetadata<PrivatePageAttribute>() is not null, Named(e)));
    }

    [Fact]
    public void Only_webhooks_and_error_pages_go_without_an_antiforgery_token()
    {
        var without = Actions.Where(e => e.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false } || e.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null);

        Assert.All(without, e => Assert.Matches("webhooks$|^POST sendgrid-events$|^ANY errors/", Named(e)));
    }

    // The endpoints of all controllers ask for a signed-in person; a policy of the action says whom.
    private static string WhoReaches(RouteEndpoint action) =>
        action.Metadata.GetMetadata<IAllowAnonymous>() is null
            ? action.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault(policy => policy is not null) ?? "any of staff"
            : action.RoutePattern.RawText!.Contains("{token}", StringComparison.Ordinal) ? "link holder" : "stranger";

    private static string Named(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} {(endpoint.RoutePattern.RawText is { Length: > 0 } path ? path : "/")}";
}
