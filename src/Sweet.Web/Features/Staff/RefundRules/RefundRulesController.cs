using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Staff.Courses.Forms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.RefundRules;

/// <summary>The refund rule in words by a fee that is being typed.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class RefundRulesController : Controller
{
    [HttpGet("/admin/courses/refund-rule")]
    public ContentResult Show() => Content(RefundExample.InWords(Typed.Number(Request.Query["fee"])));
}
