using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Passkeys;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>A passkey is the second step, or both at once; every answer that is not of now, of here and of this person is refused.</summary>
public sealed class PasskeyTests : Story, IDisposable
{
    private readonly SoftwareKey key = new();

    [Fact]
    public async Task At_the_first_sign_in_a_passkey_is_chosen_instead_of_an_app_and_signs_in_alone_from_then_on()
    {
        var token = await StaffVisitor.Invited(Site, "jordan@clinic.example", new StaffRoles(IsAdmin: true, IsMarketing: false));
        var invited = await Visitor.Open($"/staff/invitations/{token}");
        var setUp = await invited.Submit(f => f.Fill("Name", "Jordan Sample").Fill("Password", StaffVisitor.Password));

        var codes = await Use(Visitor, setUp, "/staff/sign-in/first-passkey");
        var browser = Site.NewVisitor();
        var signedIn = await Use(browser, await browser.Open("/staff/sign-in?back=/admin/people"));
        var profile = await browser.Open("/staff/profile");

        Assert.Equal(("Keep your recovery codes", 10), (codes.Heading, codes.Document.QuerySelectorAll(".codes code").Length));
        Assert.Equal(("/admin/people", 200), (signedIn.Address, signedIn.Status));
        Assert.Contains("with your passkey", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Connect an app", profile.Links);
    }

    [Fact]
    public async Task The_app_that_was_offered_beside_it_opens_nothing()
    {
        var token = await StaffVisitor.Invited(Site, "jordan@clinic.example", new StaffRoles(IsAdmin: true, IsMarketing: false));
        var setUp = await (await Visitor.Open($"/staff/invitations/{token}")).Submit(f => f.Fill("Name", "Jordan Sample").Fill("Password", StaffVisitor.Password));
        await Use(Visitor, setUp, "/staff/sign-in/first-passkey");
        var staff = new StaffVisitor(Site, "jordan@clinic.example");

        var second = await staff.TypePassword();

        Assert.Equal("Use your passkey", second.Heading);
        Assert.Null(await Site.Do<UserManager<StaffMember>, string?>(async m => await m.GetAuthenticatorKeyAsync((await m.FindByEmailAsync(staff.Email))!)));
        Assert.Equal("/staff", (await Use(staff.Browser, second)).Address);
    }

    [Fact]
    public async Task Beside_the_app_it_is_added_with_the_password_told_and_noted()
    {
        var staff = await StaffVisitor.Admin(Site);
        var first = staff.Browser;
        await staff.SignIn();

        var wrong = await Add(staff, password: "not this one at all");
        var profile = await Add(staff);

        Assert.Equal((422, "This is not your password"), (wrong.Status, wrong.ProblemOf("Current")));
        Assert.Equal("/staff/profile", profile.Address);
        Assert.Contains("Work laptop", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Not used yet", profile.Text, StringComparison.Ordinal);
        Assert.Equal("Sign in", (await first.Open("/staff")).Heading);
        Assert.Contains(await Site.MailsTo(staff.Email), mail => mail.Subject.Contains("A passkey was added", StringComparison.Ordinal));
        Assert.Contains("passkey added", await History(staff));
        var second = await staff.TypePassword();
        Assert.Equal("/staff", (await Use(staff.Browser, second)).Address);
        Assert.DoesNotContain("Not used yet", (await staff.Open("/staff/profile")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_counts_once_and_a_copy_of_the_passkey_that_falls_behind_is_refused()
    {
        await Add(await StaffVisitor.Admin(Site));
        var browser = Site.NewVisitor();
        var answer = key.Answer(await browser.Open("/staff/sign-in")).ToList();

        var once = await browser.Post("/staff/sign-in/passkey", answer);
        var twice = await Replayed(answer);
        key.Count = 0;
        var other = Site.NewVisitor();
        var behind = await Use(other, await other.Open("/staff/sign-in/passkey"));

        Assert.Equal("/staff", once.Address);
        AssertRefused(twice, behind);
    }

    [Fact]
    public async Task A_passkey_that_counts_nothing_answers_once_too()
    {
        key.Counts = false;
        await Add(await StaffVisitor.Admin(Site));
        var browser = Site.NewVisitor();
        var answer = key.Answer(await browser.Open("/staff/sign-in")).ToList();

        var once = await browser.Post("/staff/sign-in/passkey", answer);
        var twice = await Replayed(answer);

        Assert.Equal("/staff", once.Address);
        AssertRefused(twice);
    }

    [Fact]
    public async Task An_answer_from_another_site_to_another_question_unverified_or_too_late_is_refused()
    {
        await Add(await StaffVisitor.Admin(Site));
        var browser = Site.NewVisitor();
        var (asked, other) = (await browser.Open("/staff/sign-in"), await browser.Open("/staff/sign-in"));

        key.Origin = "https://sweet.test.evil.example";
        var elsewhere = await Use(browser, asked);
        key.Origin = "https://sweet.test";
        var state = key.Answer(other).Single(f => f.Key == "State");
        var otherQuestion = await browser.Post("/staff/sign-in/passkey", key.Answer(asked).Where(f => f.Key != "State").Append(state));
        key.IsVerified = false;
        var unverified = await Use(browser, asked);
        key.IsVerified = true;
        Site.Pass(PasskeyOffers.Lifetime);
        var late = await Use(browser, asked);

        AssertRefused(elsewhere, otherQuestion, unverified, late);
        Assert.Equal("Sign in", (await browser.Open("/staff")).Heading);
    }

    [Fact]
    public async Task After_wrong_answers_the_account_pauses_as_it_does_for_codes()
    {
        await Add(await StaffVisitor.Admin(Site));
        var browser = Site.NewVisitor();
        key.Origin = "https://evil.example";
        for (var i = 0; i < StaffMember.MostFailures; i++) await Use(browser, await browser.Open("/staff/sign-in"));
        key.Origin = "https://sweet.test";

        var paused = await Use(browser, await browser.Open("/staff/sign-in"));
        Site.Pass(StaffMember.Pause);
        var after = await Use(browser, await browser.Open("/staff/sign-in"));

        AssertRefused(paused);
        Assert.Equal("/staff", after.Address);
    }

    [Fact]
    public async Task Another_persons_passkey_is_no_second_step_of_mine()
    {
        await Add(await StaffVisitor.Admin(Site));
        using var mine = new SoftwareKey();
        var me = await StaffVisitor.Admin(Site, "sam@clinic.example");
        await Add(me, by: mine);

        var second = await me.TypePassword();

        AssertRefused(await Use(me.Browser, second));
        Assert.Equal("/staff", (await Use(me.Browser, second, by: mine)).Address);
    }

    [Fact]
    public async Task It_is_renamed_and_removed_but_never_the_last_second_step()
    {
        var staff = await StaffVisitor.Admin(Site);
        var edit = await (await Add(staff)).Click("Work laptop");

        edit = await (await edit.Submit("Save the name", f => f.Fill("Name", "Old laptop"))).Click("Old laptop");
        await Site.Do<UserManager<StaffMember>>(async m => await m.RemoveAuthenticationTokenAsync((await m.FindByEmailAsync(staff.Email))!, "[AspNetUserStore]", "AuthenticatorKey"));
        var last = await edit.Submit("Remove the passkey", f => f.Fill("Current", StaffVisitor.Password));
        await Site.Do<UserManager<StaffMember>>(async m => await m.ResetAuthenticatorKeyAsync((await m.FindByEmailAsync(staff.Email))!));
        var gone = await last.Submit("Remove the passkey", f => f.Fill("Current", StaffVisitor.Password));

        Assert.Contains("It is your only second step", last.Alert, StringComparison.Ordinal);
        Assert.Equal("/staff/profile", gone.Address);
        Assert.DoesNotContain("Old laptop", gone.Text, StringComparison.Ordinal);
        var browser = Site.NewVisitor();
        AssertRefused(await Use(browser, await browser.Open("/staff/sign-in")));
        Assert.Equal(["passkey added", "passkey renamed", "passkey removed"], (await History(staff)).TakeLast(3));
        Assert.Contains(await Site.MailsTo(staff.Email), mail => mail.Subject.Contains("A passkey was removed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admins_reset_removes_it_and_a_disabled_account_has_none()
    {
        var staff = await StaffVisitor.Admin(Site);
        await Add(staff);
        await StaffVisitor.Admin(Site, "sam@clinic.example");
        var id = await staff.Id();
        var browser = Site.NewVisitor();

        await Site.Do<ChangeAccount>(c => c.Disable(id, Actor.Worker("test"), CancellationToken.None));
        var disabled = await Use(browser, await browser.Open("/staff/sign-in"));
        await Site.Do<ChangeAccount>(c => c.Enable(id, Actor.Worker("test"), CancellationToken.None));
        await Site.Do<ChangeAccount>(c => c.ResetSecondStep(id, Actor.Worker("test"), CancellationToken.None));
        var reset = await Use(browser, await browser.Open("/staff/sign-in"));

        AssertRefused(disabled, reset);
        Assert.Equal(0, await Site.Db(db => db.UserPasskeys.CountAsync()));
        Assert.Equal("/staff/sign-in/authenticator", (await staff.TypePassword()).Address);
    }

    public void Dispose() => key.Dispose();

    private async Task<Page> Add(StaffVisitor staff, string password = StaffVisitor.Password, SoftwareKey? by = null)
    {
        var answer = (by ?? key).Answer(await staff.Open("/staff/profile/passkeys")).Where(f => f.Key is not ("Name" or "Current"));
        return await staff.Browser.Post("/staff/profile/passkeys", [.. answer, new("Name", "Work laptop"), new("Current", password)]);
    }

    private Task<Page> Use(Visitor browser, Page page, string address = "/staff/sign-in/passkey", SoftwareKey? by = null) =>
        browser.Post(address, (by ?? key).Answer(page));

    // By somebody who has seen the answer, in a browser of their own.
    private async Task<Page> Replayed(IEnumerable<KeyValuePair<string, string>> answer)
    {
        var thief = Site.NewVisitor();
        var page = await thief.Open("/staff/sign-in");
        return await thief.Post("/staff/sign-in/passkey", [.. answer.Where(f => f.Key is "State" or "Credential"), .. key.Answer(page).Where(f => f.Key.StartsWith('_'))]);
    }

    private async Task<List<string>> History(StaffVisitor staff)
    {
        var subject = StaffHistory.SubjectOf(await staff.Id());
        return await Site.Db(db => db.History.Where(h => h.Subject == subject).OrderBy(h => h.Id).Select(h => h.To).ToListAsync());
    }

    private static void AssertRefused(params Page[] answers) =>
        Assert.All(answers, answer => Assert.Equal((422, "Sign in with a passkey"), (answer.Status, answer.Heading)));
}
