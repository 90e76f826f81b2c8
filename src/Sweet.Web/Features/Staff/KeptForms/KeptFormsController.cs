using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.KeptForms;

/// <summary>Where a form that was kept is there no more, or is another person's; else <see cref="KeptFormPages"/> has shown it.</summary>
[Authorize]
[PrivatePage]
public sealed class KeptFormsController : Controller
{
    [HttpGet("/staff/kept-forms/{token}")]
    public IActionResult Show(string token) => this.Answer(StatusCodes.Status410Gone, nameof(Show));
}
