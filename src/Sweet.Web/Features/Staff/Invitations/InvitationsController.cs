using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Domain;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Invitations;

/// <summary>Where the emailed link leads: the invited person makes their account.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class InvitationsController(AcceptInvitation acceptInvitation) : Controller
{
    [HttpGet("/staff/invitations/{token}")]
    public async Task<IActionResult> New(string token, CancellationToken ct)
    {
        if (await acceptInvitation.Find(token, ct) is not { } invitation) return NotFound();
        if (acceptInvitation.RefusalFor(invitation) is { } refusal) return this.Answer(StatusCodes.Status410Gone, "Ended", refusal);

        return View(new InvitationPage(token, invitation.Email, new InvitationForm()));
    }

    [HttpPost("/staff/invitations/{token}")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> Create(string token, InvitationForm form, CancellationToken ct)
    {
        if (await acceptInvitation.Find(token, ct) is not { } invitation) return NotFound();
        if (acceptInvitation.RefusalFor(invitation) is { } refusal) return this.Answer(StatusCodes.Status410Gone, "Ended", refusal);

        var name = TypedText.Clean(form.Name);
        if (ModelState.IsValid && PasswordRule.RefusalFor(form.Password!, name, invitation.Email) is { } weak)
            ModelState.AddModelError(nameof(form.Password), weak);
        if (!ModelState.IsValid)
            return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), new InvitationPage(token, invitation.Email, form));

        // Used by a second press meanwhile: its page says so.
        if (await acceptInvitation.Accept(token, name, form.Password!, ct) is not { } member)
            return this.SeeOther($"/staff/invitations/{token}");

        await HalfSignedIn.Remember(HttpContext, member, back: null);
        return this.SeeOther("/staff/sign-in/authenticator");
    }
}
