using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.LinkReplacements;

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
    public async Task<IActionResult> Create(string token, CancellationToken ct) =>
        await replaceLinks.Of(token, ct) is { } newToken ? this.SeeOther($"/enrollments/{newToken}") : NotFound();
}

public sealed record LinkReplacementPage(string Token, string Number, string Address);
