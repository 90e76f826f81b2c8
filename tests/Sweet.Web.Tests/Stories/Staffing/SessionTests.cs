using System.Net;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Accounts;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>When a session ends, its cookie opens nothing anymore, wherever a copy of it is.</summary>
public sealed class SessionTests : Story
{
    [Fact]
    public async Task A_copied_cookie_is_dead_after_signing_out()
    {
        var staff = await StaffVisitor.Admin(Site);
        var copy = CopyOf(staff.Browser);
        Assert.Equal("What needs me now?", (await copy.Open("/staff")).Heading);

        await (await staff.Open("/staff/sign-out")).Submit("Sign out");

        Assert.Equal("Sign in", (await copy.Open("/staff")).Heading);
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_without_use()
    {
        var staff = await StaffVisitor.Admin(Site);
        Site.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal("What needs me now?", (await staff.Open("/staff")).Heading);
        await Site.Tick<StaffSessionsWork>();

        Site.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal("What needs me now?", (await staff.Open("/staff")).Heading);
        Site.Pass(TimeSpan.FromMinutes(61));

        Assert.Equal("Sign in", (await staff.Open("/staff")).Heading);
    }

    [Fact]
    public async Task However_busy_a_session_ends_after_twelve_hours()
    {
        var staff = await StaffVisitor.Admin(Site);
        for (var half = 0; half < 23; half++)
        {
            Site.Pass(TimeSpan.FromMinutes(30));
            Assert.Equal("What needs me now?", (await staff.Open("/staff")).Heading);
        }

        Site.Pass(TimeSpan.FromMinutes(31));

        Assert.Equal("Sign in", (await staff.Open("/staff")).Heading);
    }

    [Fact]
    public async Task The_profile_lists_browsers_and_signs_the_others_out()
    {
        var staff = await StaffVisitor.Admin(Site);
        var first = staff.Browser;
        await staff.SignIn();

        var profile = await staff.Open("/staff/profile");
        Assert.Equal(1, profile.Buttons.Count(b => b == "Sign out"));
        profile = await profile.Submit("Sign out everywhere else");

        Assert.DoesNotContain("Sign out everywhere else", profile.Buttons);
        Assert.Equal("Sign in", (await first.Open("/staff")).Heading);
        Assert.Equal("What needs me now?", (await staff.Open("/staff")).Heading);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session_and_is_told()
    {
        var staff = await StaffVisitor.Admin(Site);
        var first = staff.Browser;
        await staff.SignIn();

        var form = await staff.Open("/staff/profile/password");
        var wrong = await form.Submit(f => f.Fill("Current", "not this one at all").Fill("Password", "a lighthouse hums at dawn"));
        var done = await form.Submit(f => f.Fill("Current", StaffVisitor.Password).Fill("Password", "a lighthouse hums at dawn"));

        Assert.Equal("This is not your password", wrong.ProblemOf("Current"));
        Assert.Equal("/staff/profile", done.Address);
        Assert.Equal("Sign in", (await first.Open("/staff")).Heading);
        Assert.Contains(await Site.MailsTo(staff.Email), mail => mail.Subject.Contains("Your password was changed", StringComparison.Ordinal));
        Assert.Equal("/staff/sign-in/second-step", (await staff.TypePassword("a lighthouse hums at dawn")).Address);
    }

    private Visitor CopyOf(Visitor browser)
    {
        var copy = Site.NewVisitor();
        copy.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select((Cookie c) => $"{c.Name}={c.Value}")));
        return copy;
    }
}
