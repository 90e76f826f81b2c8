using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Conventions;

/// <summary>Every address that the site answers to, asked in the wrong way.</summary>
public sealed class EndpointConventionTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private IReadOnlyList<RouteEndpoint> Actions =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)];

    private IEnumerable<string> Public => Actions.Where(IsAnonymous).SelectMany(Named);

    private IEnumerable<string> OfStaff => Actions.Where(a => !IsAnonymous(a)).SelectMany(Named);

    [Fact]
    public async Task A_post_without_our_token_is_refused()
    {
        using var visitor = site.NewVisitor();
        await AssertRefused(visitor, Public);
    }

    [Fact]
    public async Task So_is_one_of_a_signed_in_admin()
    {
        var admin = await StaffVisitor.Admin(site, "token@clinic.example");
        await AssertRefused(admin.Browser, OfStaff);
    }

    [Fact]
    public async Task A_page_of_staff_leads_a_stranger_to_sign_in_whatever_it_names()
    {
        using var visitor = site.NewVisitor();
        var found = OfStaff.Where(n => n.StartsWith("GET ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(found);
        foreach (var action in found)
            Assert.StartsWith("/staff/sign-in?back=", (await visitor.Open(Filled(action))).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marketing_is_refused_whatever_is_for_admins()
    {
        var marketing = await StaffVisitor.Marketing(site, "refused@clinic.example");
        var forAdmins = Actions.Where(IsForAdmins).SelectMany(Named).ToList();

        Assert.NotEmpty(forAdmins);
        foreach (var action in forAdmins.Where(a => !a.StartsWith("HEAD ", StringComparison.Ordinal)))
        {
            var answer = action.StartsWith("GET ", StringComparison.Ordinal)
                ? await marketing.Open(Filled(action))
                : await marketing.Browser.Post(Filled(action), []);

            Assert.True(answer.Status == 403, $"{action} answered {answer.Status}");
        }
    }

    [Fact]
    public async Task No_address_answers_an_unknown_name_with_a_failure()
    {
        using var visitor = site.NewVisitor();
        foreach (var action in Public.Where(IsGetOfName))
        {
            var answer = await visitor.Open(Filled(action));

            Assert.True(answer.Status is 404 or 410, $"{action} answered {answer.Status}");
        }
    }

    [Fact]
    public async Task Nor_does_one_of_staff()
    {
        var admin = await StaffVisitor.Admin(site, "names@clinic.example");
        foreach (var action in OfStaff.Where(IsGetOfName))
        {
            var answer = await admin.Open(Filled(action));

            // Where a form is sent to leads to the page that it stands on.
            Assert.True(answer.Status is 404 or 410 || answer.Statuses is [303, 200], $"{action} answered {answer.Status}");
        }
    }

    private static async Task AssertRefused(Visitor visitor, IEnumerable<string> actions)
    {
        var posts = actions.Where(n => n.StartsWith("POST ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(posts);
        foreach (var action in posts)
        {
            var answer = await visitor.Post(Filled(action), []);

            Assert.True(answer.Status == 400, $"{action} answered {answer.Status}");
        }
    }

    private static bool IsGetOfName(string action) =>
        action.StartsWith("GET ", StringComparison.Ordinal) && action.Contains('{', StringComparison.Ordinal);

    private static bool IsForAdmins(Endpoint action) => action.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == Policies.Admin);

    private static bool IsAnonymous(Endpoint action) => action.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static string Filled(string action) =>
        string.Join('/', action[(action.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('/').Select(part => part.StartsWith('{') ? "7" : part));

    private static IEnumerable<string> Named(RouteEndpoint action) =>
        (action.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} /{action.RoutePattern.RawText!.TrimStart('/')}");
}
