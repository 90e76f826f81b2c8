using OtpNet;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>What one changes of one’s own account, each with the password again.</summary>
public sealed class OwnAccountTests : Story
{
    private const string NewAddress = "jordan.new@clinic.example";

    [Fact]
    public async Task Another_address_signs_in_once_it_is_confirmed_and_the_old_one_is_told()
    {
        var staff = await StaffVisitor.Admin(Site);
        var asked = await AskForAddress(staff, NewAddress);
        var link = (await Site.MailsTo(NewAddress))[^1].AddressChangeLink();
        Assert.Equal("What needs me now?", (await staff.Open("/staff")).Heading);

        var done = await (await Visitor.Open(link)).Submit("Sign in with this address");

        Assert.Equal("Confirm the new address", asked.Heading);
        Assert.Equal("Your address was changed", done.Heading);
        Assert.Equal("Sign in", (await staff.Open("/staff")).Heading);
        Assert.Equal(422, (await staff.TypePassword()).Status);
        Assert.Equal("/staff", (await new StaffVisitor(Site, NewAddress).SignIn()).Address);
        var told = string.Join(' ', (await Site.MailsTo(staff.Email)).Select(m => m.Subject));
        Assert.Contains("Another address was asked for", told, StringComparison.Ordinal);
        Assert.Contains("Your account has another address now", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_confirmed_changes_nothing_and_its_link_ends_after_a_day()
    {
        var staff = await StaffVisitor.Admin(Site);
        await AskForAddress(staff, NewAddress);
        var link = (await Site.MailsTo(NewAddress))[^1].AddressChangeLink();
        var page = await Visitor.Open(link);

        Site.Pass(TimeSpan.FromDays(1));

        Assert.Equal(410, (await page.Submit()).Status);
        Assert.Equal("/staff", (await staff.SignIn()).Address);
    }

    [Fact]
    public async Task An_address_is_confirmed_once()
    {
        var staff = await StaffVisitor.Admin(Site);
        await AskForAddress(staff, NewAddress);
        var page = await Visitor.Open((await Site.MailsTo(NewAddress))[^1].AddressChangeLink());
        await page.Submit();

        Assert.Equal(410, (await page.Submit()).Status);
    }

    [Fact]
    public async Task A_new_password_ends_a_change_of_address_that_a_thief_may_have_asked_for()
    {
        var staff = await StaffVisitor.Admin(Site);
        await AskForAddress(staff, "thief@clinic.example");
        var link = (await Site.MailsTo("thief@clinic.example"))[^1].AddressChangeLink();

        await (await staff.Open("/staff/profile/password"))
            .Submit(f => f.Fill("Current", StaffVisitor.Password).Fill("Password", "a lighthouse hums at dawn"));

        Assert.Equal(410, (await Visitor.Open(link)).Status);
    }

    [Fact]
    public async Task The_address_of_a_colleague_is_refused_and_so_is_a_wrong_password()
    {
        var (staff, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));

        var taken = await AskForAddress(staff, other.Email);
        var wrong = await AskForAddress(staff, NewAddress, "not this one at all");

        Assert.Equal((422, "This address has an account already"), (taken.Status, taken.ProblemOf("Email")));
        Assert.Equal((422, "This is not your password"), (wrong.Status, wrong.ProblemOf("Current")));
        Assert.Equal(NewAddress, wrong.MainForm["Email"]);
        Assert.Empty(await Site.MailsTo(NewAddress));
    }

    [Fact]
    public async Task Another_app_is_connected_with_new_recovery_codes_and_the_old_app_ends()
    {
        var staff = await StaffVisitor.Admin(Site);
        var first = staff.Browser;
        await staff.SignIn();
        Site.Pass(TimeSpan.FromSeconds(30));

        var page = await staff.Open("/staff/profile/authenticator");
        var oldCode = staff.Code();
        var codes = await page.Submit(f => f.Fill("Code", CodeOf(page)).Fill("Current", StaffVisitor.Password));

        Assert.Equal("Keep your recovery codes", codes.Heading);
        Assert.Equal("Sign in", (await first.Open("/staff")).Heading);
        Assert.Equal("What needs me now?", (await staff.Open("/staff")).Heading);
        Assert.Contains(await Site.MailsTo(staff.Email), m => m.Subject.Contains("Another authenticator app", StringComparison.Ordinal));
        Assert.Equal(422, (await (await staff.TypePassword()).Submit(f => f.Fill("Code", oldCode))).Status);
        Assert.Equal(422, (await (await staff.TypePassword()).Submit("Use this code", f => f.Fill("RecoveryCode", staff.RecoveryCodes[1]))).Status);
        Assert.Equal("/staff", (await staff.SignIn()).Address);
    }

    [Fact]
    public async Task Until_the_new_app_has_shown_a_code_the_old_one_works()
    {
        var staff = await StaffVisitor.Admin(Site);
        var page = await staff.Open("/staff/profile/authenticator");

        var wrongCode = await page.Submit(f => f.Fill("Code", "000000").Fill("Current", StaffVisitor.Password));
        var wrongPassword = await wrongCode.Submit(f => f.Fill("Code", CodeOf(wrongCode)).Fill("Current", "not this one at all"));

        Assert.Contains("not right", wrongCode.ProblemOf("Code"), StringComparison.Ordinal);
        Assert.Equal("This is not your password", wrongPassword.ProblemOf("Current"));
        Assert.Equal(KeyOf(page), KeyOf(wrongPassword));
        Assert.Equal("/staff", (await staff.SignIn()).Address);
    }

    [Fact]
    public async Task A_key_that_we_did_not_offer_connects_nothing()
    {
        var (staff, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Marketing(Site));
        var (page, othersPage) = (await staff.Open("/staff/profile/authenticator"), await other.Open("/staff/profile/authenticator"));

        var answer = await page.Submit(f => f
            .Fill("Offered", othersPage.MainForm["Offered"]).Fill("Code", CodeOf(othersPage)).Fill("Current", StaffVisitor.Password));

        Assert.Equal(422, answer.Status);
        Assert.Contains("longer than half an hour", answer.ProblemOf("Code"), StringComparison.Ordinal);
    }

    private static async Task<Page> AskForAddress(StaffVisitor staff, string email, string password = StaffVisitor.Password) =>
        await (await staff.Open("/staff/profile/address")).Submit(f => f.Fill("Email", email).Fill("Current", password));

    private static string KeyOf(Page page) => page.Document.QuerySelector("ol code")!.TextContent;

    private string CodeOf(Page page) =>
        new Totp(Base32Encoding.ToBytes(KeyOf(page).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())).ComputeTotp(Site.Now);
}
