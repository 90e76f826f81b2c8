using Sweet.Domain.Staff;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>A password and a second factor, before anything else is reached.</summary>
public sealed class SigningInTests : Story
{
    [Fact]
    public async Task An_invited_person_makes_an_account_connects_an_app_and_is_in()
    {
        var staff = await StaffVisitor.Admin(Site);

        var overview = await staff.Open("/staff");

        Assert.Equal("What needs me now?", overview.Heading);
        Assert.Equal(10, staff.RecoveryCodes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_sign_in_and_back()
    {
        var staff = await StaffVisitor.Admin(Site);

        var led = await Site.NewVisitor().Open("/admin/people");
        var back = await staff.SignIn(back: "/admin/people");

        Assert.Equal("/staff/sign-in?back=%2Fadmin%2Fpeople", led.Address);
        Assert.Equal("/admin/people", back.Address);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_another_site(string elsewhere)
    {
        var staff = await StaffVisitor.Admin(Site);

        Assert.Equal("/staff", (await staff.SignIn(back: elsewhere)).Address);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        var staff = await StaffVisitor.Admin(Site);

        var second = await staff.TypePassword();
        var people = await staff.Open("/admin/people");

        Assert.Equal("/staff/sign-in/second-step", second.Address);
        Assert.Equal("Sign in", people.Heading);
    }

    [Fact]
    public async Task Before_an_app_is_connected_a_password_opens_nothing_but_its_connecting()
    {
        var visitor = Site.NewVisitor();
        var token = await StaffVisitor.Invited(Site, "new@clinic.example", new StaffRoles(IsAdmin: true, IsMarketing: false));
        var connect = await (await visitor.Open($"/staff/invitations/{token}"))
            .Submit(f => f.Fill("Name", "Robin Sample").Fill("Password", StaffVisitor.Password));

        Assert.Equal("Connect your authenticator app", connect.Heading);
        Assert.Equal("Sign in", (await visitor.Open("/staff")).Heading);
        Assert.Equal(422, (await connect.Submit(f => f.Fill("Code", "000000"))).Status);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var staff = await StaffVisitor.Admin(Site);
        Site.Pass(TimeSpan.FromSeconds(30));
        var code = staff.Code();
        await (await staff.TypePassword()).Submit(f => f.Fill("Code", code));

        var again = await (await staff.TypePassword()).Submit(f => f.Fill("Code", code));

        Assert.Equal(422, again.Status);
        Assert.Contains("not right, or was used already", again.ProblemOf("Code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_two_minutes_ago_is_refused()
    {
        var staff = await StaffVisitor.Admin(Site);
        Site.Pass(TimeSpan.FromSeconds(30));
        var code = staff.Code();
        Site.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal(422, (await (await staff.TypePassword()).Submit(f => f.Fill("Code", code))).Status);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once()
    {
        var staff = await StaffVisitor.Admin(Site);
        var code = staff.RecoveryCodes[0];

        var first = await (await staff.TypePassword()).Submit("Use this code", f => f.Fill("RecoveryCode", code));
        var second = await (await staff.TypePassword()).Submit("Use this code", f => f.Fill("RecoveryCode", code));

        Assert.Equal("/staff", first.Address);
        Assert.Equal(422, second.Status);
    }

    [Fact]
    public async Task A_recovery_code_is_taken_however_its_letters_are_typed()
    {
        var staff = await StaffVisitor.Admin(Site);
        var codes = staff.RecoveryCodes;
        string[] typed =
        [
            codes[0].ToLowerInvariant(), codes[1].Replace("-", "", StringComparison.Ordinal), codes[2].Replace("-", " ", StringComparison.Ordinal),
            $" {codes[3].Replace("-", "\u2013", StringComparison.Ordinal).ToLowerInvariant()} ",
        ];

        foreach (var code in typed)
            Assert.Equal("/staff", (await (await staff.TypePassword()).Submit("Use this code", f => f.Fill("RecoveryCode", code))).Address);
        Assert.Equal(422, (await (await staff.TypePassword()).Submit("Use this code", f => f.Fill("RecoveryCode", typed[0]))).Status);
    }

    [Fact]
    public async Task An_unknown_address_a_wrong_password_and_a_locked_account_look_the_same()
    {
        var staff = await StaffVisitor.Admin(Site);
        var unknown = await new StaffVisitor(Site, "nobody@clinic.example").TypePassword();
        var wrong = await staff.TypePassword("wrong horse battery staple");
        for (var i = 0; i < 4; i++) await staff.TypePassword("wrong horse battery staple");

        var locked = await staff.TypePassword();

        Assert.Equal([422, 422, 422], [unknown.Status, wrong.Status, locked.Status]);
        Assert.Single(new[] { unknown.Alert, wrong.Alert, locked.Alert }.Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(StaffVisitor.Password, locked.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_account_opens_again_after_a_quarter_of_an_hour()
    {
        var staff = await StaffVisitor.Admin(Site);
        for (var i = 0; i < 5; i++) await staff.TypePassword("wrong horse battery staple");

        Site.Pass(TimeSpan.FromMinutes(16));

        Assert.Equal("/staff", (await staff.SignIn()).Address);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_too()
    {
        var staff = await StaffVisitor.Admin(Site);
        var second = await staff.TypePassword();
        for (var i = 0; i < 5; i++) second = await second.Submit(f => f.Fill("Code", "000000"));
        Site.Pass(TimeSpan.FromSeconds(30));

        Assert.Equal(422, (await second.Submit(f => f.Fill("Code", staff.Code()))).Status);
    }

    [Theory]
    [InlineData("short words", "at least 12")]
    [InlineData("aaaaaaaaaaaaaaaa", "could be guessed")]
    [InlineData("password1234", "could be guessed")]
    [InlineData("qwertyuiop123", "could be guessed")]
    [InlineData("sweetinstitute", "could be guessed")]
    [InlineData("RobinSample2026", "could be guessed")]
    public async Task A_weak_password_is_refused_with_a_sentence(string password, string why)
    {
        var token = await StaffVisitor.Invited(Site, "robin@clinic.example", new StaffRoles(IsAdmin: true, IsMarketing: false));
        var form = await Visitor.Open($"/staff/invitations/{token}");

        var answer = await form.Submit(f => f.Fill("Name", "Robin Sample").Fill("Password", password));

        Assert.Equal(422, answer.Status);
        Assert.Contains(why, answer.ProblemOf("Password"), StringComparison.Ordinal);
        Assert.Equal("Robin Sample", answer.MainForm["Name"]);
        Assert.Equal("", answer.MainForm["Password"]);
    }

    [Theory]
    [InlineData("crimson otter mends lanterns")]
    [InlineData("дождь над тихой рекой вечером")]
    [InlineData("correct-Horse7!~ \"'<>&")]
    public async Task Any_characters_make_a_password(string password)
    {
        var token = await StaffVisitor.Invited(Site, "robin@clinic.example", new StaffRoles(IsAdmin: true, IsMarketing: false));
        await (await Visitor.Open($"/staff/invitations/{token}")).Submit(f => f.Fill("Name", "Robin Sample").Fill("Password", password));

        Assert.Equal("/staff/sign-in/authenticator", (await new StaffVisitor(Site, "robin@clinic.example").TypePassword(password)).Address);
    }
}
