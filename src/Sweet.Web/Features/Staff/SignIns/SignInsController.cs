using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.KeptForms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.SignIns;

[AllowAnonymous]
[PrivatePage]
public sealed class SignInsController(CheckPassword checkPassword, IOptions<StaffOptions> options) : Controller
{
    [HttpGet("/staff/sign-in")]
    public IActionResult New() => View(PageWith(new SignInForm { Back = LocalOrNull(Request.Query["back"]) }));

    [HttpPost("/staff/sign-in")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(SignInForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), PageWith(form));

        if (await checkPassword.Check(KeyOf(form.Email!), form.Password!, ct) is not { } member)
        {
            ModelState.AddModelError(nameof(form.Password), SignInWords.NotRight);
            return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), PageWith(form));
        }

        await HalfSignedIn.Remember(HttpContext, member, LocalOrNull(form.Back));
        return this.SeeOther(member.TwoFactorEnabled ? "/staff/sign-in/second-step" : "/staff/sign-in/authenticator");
    }

    private SignInPage PageWith(SignInForm form) => new(form, options.Value.DemonstrationAccounts);

    // As the account has it: in lower case, its domain in punycode.
    private static string KeyOf(string typed) => EmailAddress.Read(typed, out _)?.Key ?? typed;

    private string? LocalOrNull(string? address) => Url.IsLocalUrl(address) ? address : null;
}

/// <param name="IsSandbox">Two demonstration accounts stand open.</param>
public sealed record SignInPage(SignInForm Form, bool IsSandbox)
{
    /// <summary>They were sent here with a form in their hands.</summary>
    public bool HasKeptForm => KeptFormPages.IsOne(Form.Back);
}
