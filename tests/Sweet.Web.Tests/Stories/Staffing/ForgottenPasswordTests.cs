using System.Globalization;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;
using Sweet.Web.Workers.Accounts;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>A new password by email: for whoever reads the address, and only as the first of two steps.</summary>
public sealed class ForgottenPasswordTests : Story
{
    private const string NewPassword = "a lighthouse hums at dawn";

    [Fact]
    public async Task A_link_lets_choose_a_new_password_and_keeps_the_second_step()
    {
        var staff = await StaffVisitor.Admin(Site);
        var signedIn = staff.Browser;

        var form = await Visitor.Open(await LinkFor(staff.Email));
        var done = await form.Submit(f => f.Fill("Password", NewPassword));

        Assert.Equal("Your password was changed", done.Heading);
        Assert.DoesNotContain("wrong tries", done.Text, StringComparison.Ordinal);
        Assert.Equal("Sign in", (await signedIn.Open("/staff")).Heading);
        Assert.Equal(422, (await staff.TypePassword()).Status);
        Assert.Equal("/staff/sign-in/second-step", (await staff.TypePassword(NewPassword)).Address);
        Assert.Contains(await Site.MailsTo(staff.Email), mail => mail.Subject.Contains("A new password was chosen", StringComparison.Ordinal));
        await staff.SignIn(password: NewPassword);
        Assert.Contains("password reset by email", (await staff.Open($"/admin/people/{await staff.Id()}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_email()
    {
        var staff = await StaffVisitor.Admin(Site);

        var known = await Ask(staff.Email);
        var unknown = await Ask("nobody@clinic.example");

        Assert.Equal((known.Status, known.Text, known.Address), (unknown.Status, unknown.Text, unknown.Address));
        Assert.Empty(await Site.MailsTo("nobody@clinic.example"));
        Assert.Single(await Site.Db(db => Task.FromResult(db.PasswordResets.Select(r => r.Id).ToList())));
    }

    [Fact]
    public async Task A_disabled_account_gets_none()
    {
        var (admin, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));
        await (await admin.Open($"/admin/people/{await other.Id()}")).Submit("Disable the account");

        await Ask(other.Email);

        Assert.DoesNotContain(await Site.MailsTo(other.Email), mail => mail.Subject.Contains("Choose a new password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var staff = await StaffVisitor.Admin(Site);
        var form = await Visitor.Open(await LinkFor(staff.Email));
        await form.Submit(f => f.Fill("Password", NewPassword));

        var again = await form.Submit(f => f.Fill("Password", "another meadow of quiet bells"));

        Assert.Equal((410, "This link is over"), (again.Status, again.Heading));
        Assert.Equal("/staff/sign-in/second-step", (await staff.TypePassword(NewPassword)).Address);
    }

    [Fact]
    public async Task After_too_many_tries_the_page_says_when_the_new_password_is_taken()
    {
        var staff = await StaffVisitor.Admin(Site);
        for (var i = 0; i < 5; i++) await staff.TypePassword("wrong horse battery staple");
        var link = await LinkFor(staff.Email);

        var done = await (await Visitor.Open(link)).Submit(f => f.Fill("Password", NewPassword));

        Assert.Contains("You can sign in again at", done.Text, StringComparison.Ordinal);
        Assert.Contains(ZonedTime.At(Site.Now.AddMinutes(15), Institute.TimeZone).Local.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant(), done.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await staff.TypePassword(NewPassword)).Status);
        Site.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal("/staff/sign-in/second-step", (await staff.TypePassword(NewPassword)).Address);
    }

    [Fact]
    public async Task A_link_ends_after_an_hour()
    {
        var staff = await StaffVisitor.Admin(Site);
        var link = await LinkFor(staff.Email);

        Site.Pass(TimeSpan.FromHours(1));

        Assert.Equal(410, (await Visitor.Open(link)).Status);
    }

    [Fact]
    public async Task A_newer_link_ends_the_older_one_and_the_fourth_in_an_hour_is_not_sent()
    {
        var staff = await StaffVisitor.Admin(Site);
        var first = await LinkFor(staff.Email);
        await LinkFor(staff.Email);
        var third = await LinkFor(staff.Email);

        var fourth = await LinkFor(staff.Email);

        Assert.Equal(410, (await Visitor.Open(first)).Status);
        Assert.Equal(third, fourth);
        Assert.Equal(200, (await Visitor.Open(third)).Status);
    }

    [Theory]
    [InlineData("short words", "at least 12")]
    [InlineData("JordanSample2026", "could be guessed")]
    public async Task A_weak_one_is_refused_and_the_link_stays_good(string password, string why)
    {
        var staff = await StaffVisitor.Admin(Site);
        var form = await Visitor.Open(await LinkFor(staff.Email));

        var refused = await form.Submit(f => f.Fill("Password", password));
        var done = await refused.Submit(f => f.Fill("Password", NewPassword));

        Assert.Equal(422, refused.Status);
        Assert.Contains(why, refused.ProblemOf("Password"), StringComparison.Ordinal);
        Assert.Equal("Your password was changed", done.Heading);
    }

    [Fact]
    public async Task A_changed_password_ends_a_link_that_was_sent_before()
    {
        var staff = await StaffVisitor.Admin(Site);
        var link = await LinkFor(staff.Email);

        await (await staff.Open("/staff/profile/password")).Submit(f => f.Fill("Current", StaffVisitor.Password).Fill("Password", NewPassword));

        Assert.Equal(410, (await Visitor.Open(link)).Status);
    }

    [Fact]
    public async Task What_ended_a_month_ago_is_forgotten_but_when_people_were_last_here()
    {
        var staff = await StaffVisitor.Admin(Site);
        await staff.SignIn();
        await LinkFor(staff.Email);
        Site.Pass(TimeSpan.FromDays(29));
        await Site.Tick<StaffForgettingWork>();
        Assert.Equal((2, 1, 1), await Rows());

        Site.Pass(TimeSpan.FromDays(9));
        await Site.Tick<StaffForgettingWork>();

        Assert.Equal((1, 0, 0), await Rows());
        await staff.SignIn();
        Assert.DoesNotContain("never", (await staff.Open("/admin/people")).Text, StringComparison.Ordinal);
    }

    private Task<(int Sessions, int Invitations, int Resets)> Rows() =>
        Site.Db(db => Task.FromResult((db.StaffSessions.Count(), db.Invitations.Count(), db.PasswordResets.Count())));

    private async Task<Page> Ask(string email) =>
        await (await Site.NewVisitor().Open("/staff/password-resets/new")).Submit(f => f.Fill("Email", email));

    private async Task<string> LinkFor(string email)
    {
        await Ask(email);
        return (await Site.MailsTo(email)).Select(mail => mail.PasswordResetLink()).Last(link => link != "");
    }
}
