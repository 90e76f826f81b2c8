using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.LinkReplacements;

/// <summary>"Replace my link": for whoever has shown it to somebody.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class LinkReplacementsController(SweetDbContext db, ReplaceLinks replaceLinks) : Controller
{
    [HttpGet("/enrollments/{token}/link-replacements/new")]
    public async Task<IActionResult> New(string token, CancellationToken ct)
    {
        var page = await db.Enrollments.Where(e => e.LinkToken == token)
            .Select(e => new LinkReplacementPage(e.LinkToken, e.Number, EmailAddress.Shown(e.Email))).SingleOrDefaultAsync(ct);
        return page is null ? NotFound() : View(page);
    }

    [HttpPost("/enrollments/{token}/link-replacements")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        if (await replaceLinks.Replace(token, ct) is { } newToken)
        {
            Notice.Leave(HttpContext, Notice.LinkReplaced);
            return this.SeeOther($"/enrollments/{newToken}");
        }

        // Pressed a second time: the browser has lost its way to the answer, and the link is in the mail.
        return await db.RetiredLinks.Has(token, ct) ? this.SeeOther("/link-replacements/sent") : NotFound();
    }

    [HttpGet("/link-replacements/sent")]
    public IActionResult Show() => View();
}

public sealed record LinkReplacementPage(string Token, string Number, string Address);
