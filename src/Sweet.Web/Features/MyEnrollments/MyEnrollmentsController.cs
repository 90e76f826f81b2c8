using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.MyEnrollments;

/// <summary>Type an address, and its links are mailed. The same answer for all: nobody learns who is enrolled.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MyEnrollmentsController(MailLinks mailLinks) : Controller
{
    [HttpGet("/my-enrollments")]
    public IActionResult New() => View(new MyEnrollmentsForm());

    [HttpPost("/my-enrollments")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(MyEnrollmentsForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(New), form);
        }

        await mailLinks.To(form.Address(), ct);
        return this.SeeOther("/my-enrollments/sent");
    }

    [HttpGet("/my-enrollments/sent")]
    public IActionResult Show() => View();
}
