using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Staffing;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Accounts;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>A session ends while somebody types: after signing in again the form is there as it was typed, and nothing was done.</summary>
public sealed class KeptFormTests : PaidStory
{
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(61);

    [Fact]
    public async Task An_hour_idle_the_form_is_there_again_and_is_sent_once()
    {
        var (admin, page) = await StudentPage();
        Site.Pass(TooLong);

        var signIn = await page.Submit("Keep the note", f => f.Fill("Note", "She called: <captions> & “large print”."));
        var again = await admin.SignInOn(signIn);

        Assert.Equal("Sign in", signIn.Heading);
        Assert.Contains("Nothing that you typed is lost", signIn.Text, StringComparison.Ordinal);
        Assert.Equal((200, "Ana Ortiz"), (again.Status, again.Heading));
        Assert.Contains("You were signed out before this was sent", again.Alert, StringComparison.Ordinal);
        Assert.Equal(0, await Notes());
        var sent = await again.Submit("Keep the note");
        Assert.Contains("She called: <captions> & “large print”.", sent.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Notes());
    }

    [Fact]
    public async Task A_long_form_is_there_with_all_its_fields_after_twelve_hours()
    {
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open("/admin/vouchers/new");
        Site.Pass(StaffSession.Lifetime);

        var again = await admin.SignInOn(await form.Submit(f => f.Fill("Code", "SPRING25").Fill("Value", "2 5").Fill("Note", "For alumni")));

        Assert.Equal(("SPRING25", "2 5", "For alumni"), (again.MainForm["Code"], again.MainForm["Value"], again.MainForm["Note"]));
        Assert.Equal(0, await Site.Db(db => db.Vouchers.CountAsync()));
    }

    [Fact]
    public async Task As_much_as_a_form_may_send_is_there_again_whatever_its_letters()
    {
        var (admin, page) = await StudentPage();
        Site.Pass(TooLong);
        // Each of these is six signs in the usual JSON.
        var lines = string.Join('\n', Enumerable.Repeat("\"Zoë\";\"O’Neil & Søn <a+b>\"", 500));
        var import = await page.Submit("Keep the note", f => f.Fill("Note", lines));

        var again = await admin.SignInOn(import);

        Assert.Equal(lines, again.Document.QuerySelector("textarea[name=Note]")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_before_signing_in()
    {
        var (_, page) = await StudentPage();
        Site.Pass(TooLong);

        var signIn = await page.Submit("Keep the note", f => f.Fill("Note", new string('a', 70_000)));
        var asked = await page.Reload();

        Assert.Equal("Sign in", signIn.Heading);
        Assert.Contains("could not be kept. Nothing was saved", signIn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be kept", asked.Text, StringComparison.Ordinal);
        Assert.Empty(await Kept());
    }

    [Fact]
    public async Task A_session_that_was_ended_elsewhere_loses_nothing_even_if_another_page_noticed_first()
    {
        var (admin, page) = await StudentPage();
        var first = admin.Browser;
        await (await admin.SignIn("/staff/profile")).Submit("Sign out everywhere else");
        Assert.Equal("Sign in", (await first.Open("/staff")).Heading);

        var again = await admin.SignInOn(await page.Submit("Keep the note", f => f.Fill("Note", "She called.")));

        Assert.Equal("She called.", again.Document.QuerySelector("textarea[name=Note]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Another_person_who_signs_in_there_does_not_see_it()
    {
        var (_, page) = await StudentPage();
        var other = await StaffVisitor.Admin(Site, "sam@clinic.example");
        Site.Pass(TooLong);
        var signIn = await page.Submit("Keep the note", f => f.Fill("Note", "For my eyes only."));

        var shown = await other.SignInOn(signIn);

        Assert.Equal((410, "This form is no longer here"), (shown.Status, shown.Heading));
        Assert.DoesNotContain("For my eyes only", shown.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_where_nobody_can_read_it_for_an_hour_and_ten_at_most()
    {
        var (admin, page) = await StudentPage();
        Site.Pass(TooLong);
        Page signIn = page;
        for (var i = 0; i <= KeptForm.MostOfOne; i++)
            signIn = await page.Submit("Keep the note", f => f.Fill("Note", "She called."));
        var kept = await Kept();

        Site.Pass(KeptForm.Lifetime);
        var late = await admin.SignInOn(signIn);
        await Site.Tick<StaffForgettingWork>();

        Assert.Equal(KeptForm.MostOfOne, kept.Count);
        Assert.DoesNotContain(kept, text => text.Contains("She called", StringComparison.Ordinal));
        Assert.Equal(410, late.Status);
        Assert.Empty(await Kept());
    }

    [Fact]
    public async Task A_password_is_typed_again()
    {
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open("/staff/profile/address");
        Site.Pass(TooLong);

        var again = await admin.SignInOn(await form.Submit(f => f.Fill("Email", "jo@clinic.example").Fill("Current", StaffVisitor.Password)));

        Assert.Equal(("jo@clinic.example", ""), (again.MainForm["Email"], again.MainForm["Current"]));
        Assert.Equal("Enter your password", again.ProblemOf("Current"));
    }

    [Fact]
    public async Task A_page_of_somebody_else_leaves_nothing_there()
    {
        var (admin, page) = await StudentPage();
        var address = $"{page.Address}/notes";
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Site.Pass(TooLong);

        // With the cookie but no token of ours; with a token but no cookie, as another site's page would send it.
        var withoutToken = await admin.Browser.Post(address, [new("Note", "Planted")]);
        var withoutCookie = await Site.NewVisitor().Post(address, [new("Note", "Planted"), new("__RequestVerificationToken", token)]);

        Assert.All([withoutToken, withoutCookie], answer => Assert.Equal("Sign in", answer.Heading));
        Assert.Empty(await Kept());
    }

    [Fact]
    public async Task A_choice_without_anything_typed_leads_to_its_page_and_does_nothing()
    {
        var admin = await StaffVisitor.Admin(Site);
        var other = await StaffVisitor.Marketing(Site);
        var page = await admin.Open($"/admin/people/{await other.Id()}");
        Site.Pass(TooLong);

        var again = await admin.SignInOn(await page.Submit(f => f.Tick("IsAdmin")));

        Assert.Equal((200, page.Heading), (again.Status, again.Heading));
        Assert.Equal(1, await Site.Db(db => db.UserRoles.CountAsync(r => r.RoleId == StaffRole.Admin)));
    }

    [Fact]
    public async Task Whose_role_was_taken_meanwhile_is_refused_and_nothing_is_done()
    {
        var (admin, page) = await StudentPage();
        await StaffVisitor.Admin(Site, "sam@clinic.example");
        var id = await admin.Id();
        await Site.Do<ChangeAccount>(c => c.SetRoles(
            id, new StaffRoles(IsAdmin: false, IsMarketing: true), new StaffRoles(IsAdmin: true, IsMarketing: false), Actor.Worker("test"), CancellationToken.None));

        var refused = await admin.SignInOn(await page.Submit("Keep the note", f => f.Fill("Note", "She called.")));

        Assert.Equal(("You don’t have access to this page", 403, 0), (refused.Heading, refused.Status, await Notes()));
    }

    private async Task<(StaffVisitor Admin, Page Page)> StudentPage()
    {
        await Paid();
        var admin = await StaffVisitor.Admin(Site);
        var id = await Site.Db(db => db.Enrollments.Select(e => e.Id).SingleAsync());
        return (admin, await admin.Open($"/admin/enrollments/{id}"));
    }

    private Task<int> Notes() => Site.Db(db => db.StaffNotes.CountAsync());

    private Task<List<string>> Kept() => Site.Db(db => db.KeptForms.Select(f => f.Text).ToListAsync());
}
