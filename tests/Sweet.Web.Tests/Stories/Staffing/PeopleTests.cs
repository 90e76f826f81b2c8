using Sweet.Domain.Staff;
using Sweet.Sandbox.Demonstration;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>Who may come in, and what an admin changes of an account.</summary>
public sealed class PeopleTests : Story
{
    [Fact]
    public async Task An_invitation_is_emailed_listed_and_revoked()
    {
        var admin = await StaffVisitor.Admin(Site);

        var form = await admin.Open("/admin/people/invitations");
        var people = await form.Submit(f => f.Fill("Email", "casey@clinic.example").Tick("IsMarketing"));
        var mail = Assert.Single(await Site.MailsTo("casey@clinic.example"));
        var link = mail.InvitationLink();
        await people.Submit("Revoke");

        Assert.Contains("casey@clinic.example", people.Text, StringComparison.Ordinal);
        var over = await Site.NewVisitor().Open(link);
        Assert.Equal((410, "This invitation is over"), (over.Status, over.Heading));
    }

    [Fact]
    public async Task An_invitation_makes_one_account()
    {
        var token = await StaffVisitor.Invited(Site, "casey@clinic.example", new StaffRoles(IsAdmin: false, IsMarketing: true));
        var form = await Visitor.Open($"/staff/invitations/{token}");
        await form.Submit(f => f.Fill("Name", "Casey Sample").Fill("Password", StaffVisitor.Password));

        var again = await form.Submit(f => f.Fill("Name", "Casey Sample").Fill("Password", StaffVisitor.Password));

        Assert.Equal(410, again.Status);
        Assert.Single(await Site.Db(db => Task.FromResult(db.Users.Select(m => m.Email).ToList())));
    }

    [Fact]
    public async Task An_invitation_ends_after_seven_days()
    {
        var token = await StaffVisitor.Invited(Site, "casey@clinic.example", new StaffRoles(IsAdmin: false, IsMarketing: true));

        Site.Pass(TimeSpan.FromDays(7));

        Assert.Equal(410, (await Visitor.Open($"/staff/invitations/{token}")).Status);
    }

    [Fact]
    public async Task A_newer_invitation_ends_the_older_one()
    {
        var roles = new StaffRoles(IsAdmin: false, IsMarketing: true);
        var older = await StaffVisitor.Invited(Site, "casey@clinic.example", roles);
        var newer = await StaffVisitor.Invited(Site, "casey@clinic.example", roles);

        Assert.Equal(410, (await Visitor.Open($"/staff/invitations/{older}")).Status);
        Assert.Equal(200, (await Visitor.Open($"/staff/invitations/{newer}")).Status);
    }

    [Theory]
    [InlineData("/admin/people")]
    [InlineData("/admin/people/invitations")]
    public async Task Marketing_cannot_reach_accounts(string page)
    {
        var marketing = await StaffVisitor.Marketing(Site);

        Assert.Equal(403, (await marketing.Open(page)).Status);
        Assert.Equal(200, (await marketing.Open("/staff")).Status);
        Assert.DoesNotContain("Cohorts", (await marketing.Open("/staff")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_was_taken_is_gone_at_once()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Admin(Site, "riley@clinic.example"));
        var form = await other.Open("/admin/people/invitations");

        await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Change the roles", f => f.Untick("IsAdmin").Tick("IsMarketing"));

        Assert.Equal("Sign in", (await form.Submit(f => f.Fill("Email", "x@clinic.example").Tick("IsAdmin"))).Heading);
        await other.SignIn();
        Assert.Equal(403, (await other.Open("/admin/people")).Status);
    }

    [Fact]
    public async Task Changed_roles_are_told_by_name()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));

        await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Change the roles", f => f.Tick("IsAdmin"));

        var mail = (await Site.MailsTo(other.Email))[^1];
        Assert.Contains("Your roles were changed", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("You now have the roles admin and marketing.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_left_without_a_role()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));

        var answer = await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Change the roles", f => f.Untick("IsMarketing"));

        Assert.Equal(422, answer.Status);
        Assert.Contains("choose at least one role", answer.Alert, StringComparison.Ordinal);
        Assert.Equal(200, (await other.Open("/staff")).Status);
    }

    [Fact]
    public async Task Roles_that_someone_else_has_changed_meanwhile_are_looked_at_first()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));
        var (mine, theirs) = (await admin.Open($"/admin/people/{await other.Id()}"), await admin.Open($"/admin/people/{await other.Id()}"));
        await theirs.Submit("Change the roles", f => f.Tick("IsAdmin"));

        var same = await mine.Submit("Change the roles", f => f.Tick("IsAdmin"));
        var refused = await mine.Submit("Change the roles", f => f.Untick("IsAdmin"));
        var again = await refused.Submit("Change the roles", f => f.Untick("IsAdmin"));

        Assert.Equal([200, 422, 200], [same.Status, refused.Status, again.Status]);
        Assert.Contains("someone else has changed these roles", refused.Alert, StringComparison.Ordinal);
        Assert.Contains(", marketing", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_second_step_is_changed_in_the_profile_alone()
    {
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/people/{await admin.Id()}");
        var token = page.MainForm["__RequestVerificationToken"];

        var refused = await admin.Browser.Post($"{page.Address}/second-step-reset", [new("__RequestVerificationToken", token)]);

        Assert.DoesNotContain("Reset the second step", page.Buttons);
        Assert.Equal("/staff/profile", page.Link("your profile"));
        Assert.Equal(422, refused.Status);
        Assert.Contains("in your profile, with your password", refused.Alert, StringComparison.Ordinal);
        Assert.Equal("/staff", (await admin.SignIn()).Address);
    }

    [Fact]
    public async Task A_disabled_account_signs_in_nowhere_until_it_is_enabled()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));
        var page = await admin.Open($"/admin/people/{await other.Id()}");

        page = await page.Submit("Disable the account");
        Assert.Equal("Sign in", (await other.Open("/staff")).Heading);
        Assert.Equal(422, (await other.TypePassword()).Status);
        await page.Submit("Enable the account");

        Assert.Equal("/staff", (await other.SignIn()).Address);
        Assert.Contains(await Site.MailsTo(other.Email), mail => mail.Subject.Contains("Your account was disabled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_phone_is_answered_by_a_reset_that_is_told_and_kept()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));

        var page = await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Reset the second step");

        Assert.Contains("second step reset", page.Text, StringComparison.Ordinal);
        Assert.Contains("by Jordan Sample", page.Text, StringComparison.Ordinal);
        Assert.Contains(await Site.MailsTo(other.Email), mail => mail.Subject.Contains("Your second step", StringComparison.Ordinal));
        Assert.Equal("Sign in", (await other.Open("/staff")).Heading);
        var connect = await other.TypePassword();
        Assert.Equal("Connect your authenticator app", connect.Heading);
        Assert.Equal(200, (await connect.Submit(f => f.Fill("Code", other.Code()))).Status);
    }

    [Fact]
    public async Task A_first_step_from_before_the_reset_connects_no_app()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));
        await other.TypePassword();

        await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Reset the second step");

        Assert.Equal("Sign in", (await other.Open("/staff/sign-in/authenticator")).Heading);
    }

    [Theory]
    [InlineData("Disable the account")]
    [InlineData("Change the roles")]
    public async Task The_last_admin_stays_one(string act)
    {
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/people/{await admin.Id()}");

        var answer = await page.Submit(act, f =>
        {
            if (act == "Change the roles") f.Untick("IsAdmin").Tick("IsMarketing");
        });

        Assert.Equal(422, answer.Status);
        Assert.Contains("no admin left", answer.Alert, StringComparison.Ordinal);
        Assert.Equal(200, (await admin.Open("/admin/people")).Status);
    }

    [Fact]
    public async Task The_doors_of_the_sandbox_lead_where_somebody_wanted_to_go_with_what_they_had_typed()
    {
        await using var site = SiteFactory.OnSqlite().With("Staff:DemonstrationAccounts", "true");
        await site.InitializeAsync();
        await site.Db(db => DemonstrationData.Seed(db, site.Now));
        var visitor = site.NewVisitor();
        const string Door = "Come in as Riley, admin";

        var people = await (await visitor.Open("/admin/people")).Submit(Door);
        var form = await visitor.Open("/admin/people/invitations");
        site.Pass(TimeSpan.FromMinutes(61));
        var again = await (await form.Submit(f => f.Fill("Email", "casey@clinic.example").Tick("IsMarketing"))).Submit(Door);
        var elsewhere = await (await site.NewVisitor().Open("/staff/sign-in?back=//evil.example/")).Submit(Door);

        Assert.Equal("/admin/people", people.Address);
        Assert.Equal("casey@clinic.example", again.MainForm["Email"]);
        Assert.Equal("/staff", elsewhere.Address);
    }

    [Fact]
    public async Task Outside_the_sandbox_nobody_comes_in_without_a_password()
    {
        var form = await Visitor.Open("/staff/sign-in");

        Assert.DoesNotContain("Come in as Riley, admin", form.Buttons);
        var token = form.MainForm["__RequestVerificationToken"];
        Assert.Equal(404, (await Visitor.Post("/staff/sign-in/demonstration", [new("__RequestVerificationToken", token), new("Who", "admin")])).Status);
    }
}
