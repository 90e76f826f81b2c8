using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>What staff see in place of a page that is none, and how they get on from there.</summary>
public sealed class OfficeErrorTests : Story
{
    [Fact]
    public async Task A_page_that_is_none_is_told_in_the_office()
    {
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open("/admin/cohorts/999");

        Assert.Equal((404, "We can’t find this page"), (page.Status, page.Heading));
        Assert.Equal("/staff", page.Link("Back to the overview"));
        Assert.DoesNotContain("Articles", page.Links);
        Assert.NotNull(page.Document.QuerySelector("body.office"));
    }

    [Fact]
    public async Task Whoever_lacks_the_role_reads_who_gives_it_and_can_sign_out()
    {
        var marketing = await StaffVisitor.Marketing(Site);

        var page = await marketing.Open("/admin/people");

        Assert.Equal(403, page.Status);
        Assert.Contains("An admin can give it to you", page.Text, StringComparison.Ordinal);
        Assert.Equal(("/staff", "/staff/sign-out"), (page.Link("Back to the overview"), page.Link("Sign out")));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_the_office()
    {
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Browser.Post("/admin/people/invitations", [new("Email", "x@clinic.example")]);

        Assert.Equal((400, "The form was incomplete"), (page.Status, page.Heading));
        Assert.DoesNotContain("pay", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_sign_in()
    {
        var page = await Visitor.Open("/staff/no-such-page");

        Assert.Equal((404, "/staff/sign-in"), (page.Status, page.Link("Sign in")));
    }

    [Fact]
    public async Task Colleagues_behind_one_address_invite_and_sign_in_without_counting_for_each_other()
    {
        await using var site = SiteFactory.OnSqlite().With("RateLimits:StaffMail:Permits", "2").With("RateLimits:SignIn:Permits", "3");
        await site.InitializeAsync();
        var (jordan, riley) = (await StaffVisitor.Admin(site), await StaffVisitor.Admin(site, "riley@clinic.example"));

        int[] ofJordan = [await Invite(jordan, "a"), await Invite(jordan, "b"), await Invite(jordan, "c")];
        var ofRiley = await Invite(riley, "d");
        var refused = await (await jordan.Open("/admin/people/invitations")).Submit(f => f.Fill("Email", "e@clinic.example").Tick("IsMarketing"));

        Assert.Equal([200, 200, 429], ofJordan);
        Assert.Equal(200, ofRiley);
        Assert.Contains("in 10 minutes at the latest", refused.Text, StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector("body.office"));
    }

    [Fact]
    public async Task A_code_is_not_counted_as_a_password()
    {
        await using var site = SiteFactory.OnSqlite().With("RateLimits:SignIn:Permits", "4");
        await site.InitializeAsync();
        // Two of the four: the invitation that was accepted, and the app that was connected.
        var admin = await StaffVisitor.Admin(site);

        var (first, second) = (await admin.SignIn(), await admin.SignIn());

        Assert.Equal(("/staff", "/staff"), (first.Address, second.Address));
    }

    private static async Task<int> Invite(StaffVisitor admin, string name) =>
        (await (await admin.Open("/admin/people/invitations")).Submit(f => f.Fill("Email", $"{name}@clinic.example").Tick("IsMarketing"))).Status;
}
