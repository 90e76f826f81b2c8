using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Correcting;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Students.AddressProofs;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Features.Students.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.LinkReplacements;

/// <summary>"Replace my link": for whoever has shown it to somebody.</summary>
[AllowAnonymous]
[PrivatePage]
public sealed class LinkReplacementsController(SweetDbContext db, ProveAddress proveAddress, ReplaceLinks replaceLinks) : Controller
{
    [HttpGet("/enrollments/{token}/link-replacements/new")]
    public async Task<IActionResult> New(string token, CancellationToken ct)
    {
        var page = await db.Enrollments.OpenedBy(token)
            .Select(e => new LinkReplacementPage(
                token, e.Number, EmailAddress.Shown(e.Email), e.MailedToken != null && e.LinkToken == token))
            .SingleOrDefaultAsync(ct);
        return page is null ? NotFound() : View(page);
    }

    [HttpGet("/enrollments/{token}/link-replacements")]
    public IActionResult Index(string token) => this.SeeOther($"/enrollments/{token}/link-replacements/new");

    [HttpPost("/enrollments/{token}/link-replacements")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Create(string token, CancellationToken ct)
    {
        await proveAddress.By(token, Client.Of(HttpContext), ct);
        if (await replaceLinks.Replace(token, ct) is { } link)
        {
            Notice.Leave(HttpContext, link.IsMailed ? Notice.LinkReplaced : Notice.BrowsersLinkReplaced);
            return this.SeeOther($"/enrollments/{link.Token}");
        }

        // Pressed a second time: the browser has lost its way to the answer, and the link is in the email.
        return await db.RetiredLinks.Has(token, ct) ? this.SeeOther("/link-replacements/sent") : NotFound();
    }

    [HttpGet("/link-replacements/sent")]
    public IActionResult Show() => View();
}

/// <param name="KeepsMailedLink">Whoever reads the address has another one, which only they can end.</param>
public sealed record LinkReplacementPage(string Token, string Number, string Address, bool KeepsMailedLink);
