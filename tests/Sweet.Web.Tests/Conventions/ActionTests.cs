using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
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

    /// <remarks>A new public action is a decision: write it here too.</remarks>
    [Fact]
    public void A_stranger_reaches_these_and_no_others()
    {
        const string expected = """
            ANY errors/{code:int}
            GET,HEAD 
            GET,HEAD articles
            GET,HEAD articles/feed.atom
            GET,HEAD articles/feed.rss
            GET,HEAD articles/{slug}
            GET,HEAD calendars/{token}.ics
            GET,HEAD cohorts/{reference}/enrollments
            GET,HEAD cohorts/{reference}/enrollments/new
            GET,HEAD cohorts/{reference}/waitlist-entries
            GET,HEAD cohorts/{reference}/waitlist-entries/new
            GET,HEAD cohorts/{reference}/waitlist-entries/sent
            GET,HEAD courses
            GET,HEAD courses/feed.atom
            GET,HEAD courses/feed.ics
            GET,HEAD courses/feed.json
            GET,HEAD courses/{slug}
            GET,HEAD courses/{slug}/interests
            GET,HEAD courses/{slug}/interests/new
            GET,HEAD courses/{slug}/interests/sent
            GET,HEAD email-change-reversals/{token}
            GET,HEAD email-changes/{token}
            GET,HEAD email-changes/{token}/confirmation
            GET,HEAD enrollments/{token}
            GET,HEAD enrollments/{token}/address-proofs
            GET,HEAD enrollments/{token}/calendar.ics
            GET,HEAD enrollments/{token}/checkouts
            GET,HEAD enrollments/{token}/confirmations
            GET,HEAD enrollments/{token}/details
            GET,HEAD enrollments/{token}/details/edit
            GET,HEAD enrollments/{token}/email-changes
            GET,HEAD enrollments/{token}/email-changes/new
            GET,HEAD enrollments/{token}/landing
            GET,HEAD enrollments/{token}/link-replacements
            GET,HEAD enrollments/{token}/link-replacements/new
            GET,HEAD enrollments/{token}/receipt
            GET,HEAD enrollments/{token}/renewals
            GET,HEAD enrollments/{token}/seat-returns
            GET,HEAD enrollments/{token}/withdrawal
            GET,HEAD enrollments/{token}/withdrawal/new
            GET,HEAD interests/removed
            GET,HEAD interests/{token}
            GET,HEAD interests/{token}/confirmation
            GET,HEAD interests/{token}/removal
            GET,HEAD link-replacements/sent
            GET,HEAD my-enrollments
            GET,HEAD my-enrollments/sent
            GET,HEAD policies
            GET,HEAD policies/{name}
            GET,HEAD robots.txt
            GET,HEAD sitemap.xml
            GET,HEAD staff/invitations/{token}
            GET,HEAD staff/sign-in
            GET,HEAD staff/sign-in/authenticator
            GET,HEAD staff/sign-in/demonstration
            GET,HEAD staff/sign-in/second-step
            GET,HEAD waitlist-entries/{token}
            GET,HEAD waitlist-entries/{token}/acceptance
            GET,HEAD waitlist-entries/{token}/confirmation
            GET,HEAD waitlist-entries/{token}/departure
            GET,HEAD waitlist-entries/{token}/enrollments
            GET,HEAD waitlist-entries/{token}/enrollments/new
            POST cohorts/{reference}/enrollments
            POST cohorts/{reference}/waitlist-entries
            POST courses/{slug}/interests
            POST email-change-reversals/{token}
            POST email-changes/{token}/confirmation
            POST enrollments/{token}/address-proofs
            POST enrollments/{token}/checkouts
            POST enrollments/{token}/confirmations
            POST enrollments/{token}/details
            POST enrollments/{token}/email-changes
            POST enrollments/{token}/link-replacements
            POST enrollments/{token}/renewals
            POST enrollments/{token}/seat-returns
            POST enrollments/{token}/withdrawal
            POST interests/{token}/confirmation
            POST interests/{token}/removal
            POST my-enrollments
            POST sendgrid-events
            POST staff/invitations/{token}
            POST staff/sign-in
            POST staff/sign-in/authenticator
            POST staff/sign-in/demonstration
            POST staff/sign-in/second-step
            POST stripe-webhooks
            POST waitlist-entries/{token}/acceptance
            POST waitlist-entries/{token}/confirmation
            POST waitlist-entries/{token}/departure
            POST waitlist-entries/{token}/enrollments
            """;

        Assert.Equal(expected, string.Join('\n', Actions.Where(IsAnonymous).Select(Named).Distinct().Order(StringComparer.Ordinal)));
    }

    /// <remarks>The other half of the table: each page of staff, and who of them may reach it.</remarks>
    [Fact]
    public void Staff_reach_these_by_their_roles()
    {
        const string expected = """
            GET,HEAD admin/enrollments/{id:int}/accommodation/edit: admin
            GET,HEAD admin/enrollments/{id:int}/accommodation: admin
            GET,HEAD admin/enrollments/{id:int}/messages/{messageId:int}/resendings/new: admin
            GET,HEAD admin/enrollments/{id:int}/messages/{messageId:int}/resendings: admin
            GET,HEAD admin/enrollments/{id:int}/notes/{noteId:int}/removal: admin
            GET,HEAD admin/enrollments/{id:int}/notes: admin
            GET,HEAD admin/enrollments/{id:int}: admin
            GET,HEAD admin/search: admin
            POST admin/enrollments/{id:int}/accommodation: admin
            POST admin/enrollments/{id:int}/messages/{messageId:int}/resendings: admin
            POST admin/enrollments/{id:int}/notes/{noteId:int}/removal: admin
            POST admin/enrollments/{id:int}/notes: admin
            GET,HEAD admin/cohorts: admin
            GET,HEAD admin/cohorts/new: admin
            GET,HEAD admin/cohorts/{id:int}/cancellation: admin
            GET,HEAD admin/cohorts/{id:int}/closing: admin
            GET,HEAD admin/cohorts/{id:int}/completion: admin
            GET,HEAD admin/cohorts/{id:int}/copies: admin
            GET,HEAD admin/cohorts/{id:int}/edit: admin
            GET,HEAD admin/cohorts/{id:int}/opening: admin
            GET,HEAD admin/cohorts/{id:int}: admin
            GET,HEAD admin/courses/{id:int}/publication: admin
            GET,HEAD admin/courses/{id:int}: admin
            GET,HEAD admin/courses: admin
            POST admin/courses/{id:int}/publication: admin
            POST admin/courses/{id:int}: admin
            GET,HEAD admin/people: admin
            GET,HEAD admin/people/invitations: admin
            GET,HEAD admin/people/invitations/{id:int}/revocation: admin
            GET,HEAD admin/people/{id}: admin
            GET,HEAD admin/people/{id}/disabling: admin
            GET,HEAD admin/people/{id}/enabling: admin
            GET,HEAD admin/people/{id}/roles: admin
            GET,HEAD admin/people/{id}/second-step-reset: admin
            GET,HEAD admin/vouchers/new: admin
            GET,HEAD admin/vouchers/{id:int}/edit: admin
            GET,HEAD admin/vouchers/{id:int}/ending: admin
            GET,HEAD admin/vouchers/{id:int}: admin
            GET,HEAD admin/vouchers: admin
            GET,HEAD staff/profile/password: signed in
            GET,HEAD staff/profile/sessions/end: signed in
            GET,HEAD staff/profile/sessions/{id:int}/end: signed in
            GET,HEAD staff/profile: signed in
            GET,HEAD staff/sign-out: signed in
            GET,HEAD staff: marketing
            POST admin/cohorts/{id:int}/cancellation: admin
            POST admin/cohorts/{id:int}/closing: admin
            POST admin/cohorts/{id:int}/completion: admin
            POST admin/cohorts/{id:int}/opening: admin
            POST admin/cohorts/{id:int}: admin
            POST admin/cohorts: admin
            POST admin/people/invitations/{id:int}/revocation: admin
            POST admin/people/invitations: admin
            POST admin/people/{id}/disabling: admin
            POST admin/people/{id}/enabling: admin
            POST admin/people/{id}/roles: admin
            POST admin/people/{id}/second-step-reset: admin
            POST admin/vouchers/{id:int}/ending: admin
            POST admin/vouchers/{id:int}: admin
            POST admin/vouchers: admin
            POST staff/profile/password: signed in
            POST staff/profile/sessions/end: signed in
            POST staff/profile/sessions/{id:int}/end: signed in
            GET,HEAD admin/waitlist-entries/{id:int}/moves: admin
            GET,HEAD admin/waitlist-entries/{id:int}/moves/new: admin
            POST admin/waitlist-entries/{id:int}/moves: admin
            GET,HEAD admin/waitlist-entries/{id:int}/offers: admin
            GET,HEAD admin/waitlist-entries/{id:int}/offers/new: admin
            POST admin/waitlist-entries/{id:int}/offers: admin
            GET,HEAD admin/waitlist-entries/{id:int}/removals: admin
            GET,HEAD admin/waitlist-entries/{id:int}/removals/new: admin
            POST admin/waitlist-entries/{id:int}/removals: admin
            GET,HEAD admin/waitlists: admin
            GET,HEAD admin/cohorts/{id:int}/waitlist: admin
            POST staff/sign-out: signed in
            """;

        var found = Actions.Where(e => !IsAnonymous(e)).Select(e => $"{Named(e)}: {PolicyOf(e)}").Distinct();
        Assert.Equal(expected.Split('\n').Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
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
    private static string PolicyOf(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault(policy => policy is not null) ?? "signed in";

    private static bool IsAnonymous(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static string Named(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} {endpoint.RoutePattern.RawText}";
}
