using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Correcting;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.LinkReplacements;

/// <summary>A new link for a student who has shown theirs to someone.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class LinkReplacementsController(SweetDbContext db, ReplaceLinks replaceLinks) : Controller
{
    private const string TooOften =
        "Nothing was replaced: several emails have gone to this address today, so no one would get the new link. Try again tomorrow.";

    [HttpGet("/admin/enrollments/{id:int}/link-replacements/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct) => await Find(id, ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/enrollments/{id:int}/link-replacements")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/enrollments/{id}/link-replacements/new");

    [HttpPost("/admin/enrollments/{id:int}/link-replacements")]
    public async Task<IActionResult> Create(int id, LinkReplacementForm form, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } page) return NotFound();
        // Pressed twice: the link that was seen is replaced already, and the new one stays.
        if (form.Seen != page.Seen || await replaceLinks.Replace(new EnrollmentInCohort(id, page.CohortId), User.AsActor(), ct))
            return this.SeeOther($"/admin/enrollments/{id}");

        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page with { Problem = TooOften });
    }

    private async Task<LinkReplacementPage?> Find(int id, CancellationToken ct)
    {
        var found = await db.Enrollments.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.ErasedAtUtc == null, ct);
        return found is null
            ? null
            : new LinkReplacementPage(
                id, found.CohortId, found.FullName, found.Number, EmailAddress.Shown(found.Email), found.MailedToken is null)
            {
                Seen = RetiredLink.HashOf(found.LinkToken),
            };
    }
}

public sealed class LinkReplacementForm
{
    /// <summary>Stands for the link that was there when the page was opened.</summary>
    public string? Seen { get; set; }
}

/// <param name="IsOne">Emails and browser have the same link.</param>
public sealed record LinkReplacementPage(int Id, int CohortId, string Name, string Number, string Address, bool IsOne)
{
    public required string Seen { get; init; }

    public string? Problem { get; init; }
}
