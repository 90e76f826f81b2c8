using Microsoft.AspNetCore.Identity;
using OtpNet;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Tests.Support;

/// <summary>A staff member with a browser, a password and an authenticator app.</summary>
public sealed class StaffVisitor(SiteFactory site, string email)
{
    public const string Password = "crimson otter mends lanterns";

    public string Email => email;

    /// <summary>Shown once, when the app was connected.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public Visitor Browser { get; private set; } = site.NewVisitor();

    /// <summary>Invited, account made, app connected: signed in.</summary>
    public static async Task<StaffVisitor> Hired(SiteFactory site, string email, StaffRoles roles)
    {
        var staff = new StaffVisitor(site, email);
        var invited = await staff.Browser.Open($"/staff/invitations/{await Invited(site, email, roles)}");
        var connect = await invited.Submit(f => f.Fill("Name", "Jordan Sample").Fill("Password", Password));
        var codes = await connect.Submit(f => f.Fill("Code", staff.Code()));
        staff.RecoveryCodes = [.. codes.Document.QuerySelectorAll(".codes code").Select(c => c.TextContent)];
        return staff;
    }

    public static Task<StaffVisitor> Admin(SiteFactory site, string email = "jordan@clinic.example") =>
        Hired(site, email, new StaffRoles(IsAdmin: true, IsMarketing: false));

    public static Task<StaffVisitor> Marketing(SiteFactory site, string email = "casey@clinic.example") =>
        Hired(site, email, new StaffRoles(IsAdmin: false, IsMarketing: true));

    public static async Task<string> Invited(SiteFactory site, string email, StaffRoles roles) =>
        (await site.Do<InviteStaff, string?>(
            invite => invite.Invite(EmailAddress.Read(email, out _)!, roles, Actor.Staff("command line"), isMailed: true, CancellationToken.None)))!;

    public Task<Page> Open(string address) => Browser.Open(address);

    /// <summary>What the app shows now.</summary>
    public string Code() => new Totp(Base32Encoding.ToBytes(Key())).ComputeTotp(site.Now);

    /// <summary>In a new browser, up to the second step.</summary>
    public async Task<Page> TypePassword(string? password = null, string? back = null)
    {
        Browser = site.NewVisitor();
        var form = await Browser.Open("/staff/sign-in" + (back is null ? "" : $"?back={Uri.EscapeDataString(back)}"));
        return await form.Submit(f => f.Fill("Email", email).Fill("Password", password ?? Password));
    }

    /// <summary>Both steps, in a new browser. A code works once: time passes first.</summary>
    public async Task<Page> SignIn(string? back = null, string? password = null)
    {
        site.Pass(TimeSpan.FromSeconds(30));
        var second = await TypePassword(password, back);
        return await second.Submit(f => f.Fill("Code", Code()));
    }

    /// <summary>Both steps, from the page to which somebody was led who was signed out.</summary>
    public async Task<Page> SignInOn(Page signIn)
    {
        site.Pass(TimeSpan.FromSeconds(30));
        var second = await signIn.Submit(f => f.Fill("Email", email).Fill("Password", Password));
        return await second.Submit(f => f.Fill("Code", Code()));
    }

    public Task<string> Id() => site.Do<UserManager<StaffMember>, string>(async staff => (await staff.FindByEmailAsync(email))!.Id);

    private string Key() =>
        site.Do<UserManager<StaffMember>, string>(async staff => (await staff.GetAuthenticatorKeyAsync((await staff.FindByEmailAsync(email))!))!)
            .GetAwaiter().GetResult();
}
