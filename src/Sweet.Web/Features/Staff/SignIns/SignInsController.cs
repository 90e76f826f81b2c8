using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.KeptForms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Passkeys;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.SignIns;

[AllowAnonymous]
[PrivatePage]
public sealed class SignInsController(CheckPassword checkPassword, PasskeyChecks passkeys, IOptions<StaffOptions> options) : Controller
{
    [HttpGet("/staff/sign-in")]
    public async Task<IActionResult> New() =>
        View(await PageWith(new SignInForm { Back = LocalOrNull(Request.Query["back"]) }) with
        {
            HasLostForm = Request.Query["lost"] == "yes",
        });

    [HttpPost("/staff/sign-in")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(SignInForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), await PageWith(form));

        if (await checkPassword.Check(KeyOf(form.Email!), form.Password!, ct) is not { } member)
        {
            ModelState.AddModelError(nameof(form.Password), SignInWords.NotRight);
            return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), await PageWith(form));
        }

        await HalfSignedIn.Remember(HttpContext, member, LocalOrNull(form.Back));
        return this.SeeOther(member.TwoFactorEnabled ? "/staff/sign-in/second-step" : "/staff/sign-in/authenticator");
    }

    private async Task<SignInPage> PageWith(SignInForm form) => new(form, options.Value.DemonstrationAccounts)
    {
        Passkey = PasskeyPart.SignIn(await passkeys.OfferSignIn(member: null, HttpContext), LocalOrNull(form.Back)),
    };

    // As the account has it: in lower case, its domain in punycode.
    private static string KeyOf(string typed) => EmailAddress.Read(typed, out _)?.Key ?? typed;

    private string? LocalOrNull(string? address) => Url.IsLocalUrl(address) ? address : null;
}

/// <param name="IsSandbox">Two demonstration accounts stand open.</param>
public sealed record SignInPage(SignInForm Form, bool IsSandbox)
{
    public required PasskeyPart Passkey { get; init; }

    /// <summary>They were sent here with a form in their hands.</summary>
    public bool HasKeptForm => KeptFormPages.IsOne(Form.Back);

    /// <summary>They had sent something that could not be kept.</summary>
    public bool HasLostForm { get; init; }
}
