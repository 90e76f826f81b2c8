using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters.Cohorts;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.CohortMessages;

/// <summary>Writing to the people of a cohort: the text, who gets it by name, and what became of it.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class CohortMessagesController(SweetDbContext db, CohortMessagePages pages, SendCohortMessage send) : Controller
{
    /// <summary>As the roster names those who were chosen in it.</summary>
    private const string PickedKey = "pick";

    [HttpGet("/admin/cohorts/{id:int}/messages")]
    public async Task<IActionResult> Index(int id, CancellationToken ct) =>
        await pages.All(id, Pager.NumberFrom(Request), ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/cohorts/{id:int}/messages/{messageId:int}")]
    public async Task<IActionResult> Show(int id, int messageId, CancellationToken ct) =>
        await pages.Find(id, messageId, Pager.NumberFrom(Request), ct) is { } page ? View(page) : NotFound();

    [HttpGet("/admin/cohorts/{id:int}/messages/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct)
    {
        if (await pages.FindCohort(id, ct) is not { } cohort) return NotFound();

        List<int> picked = [.. Request.Query[PickedKey].Select(Number).OfType<int>()];
        var form = new CohortMessageForm
        {
            Key = RandomText.Token(),
            Audience = picked.Count > 0 ? CohortAudience.Chosen : CohortAudience.Confirmed,
            EnrollmentIds = picked,
        };
        return View(await pages.New(cohort, form, await MyEmail(ct), ct));
    }

    [HttpPost("/admin/cohorts/{id:int}/messages")]
    public async Task<IActionResult> Create(int id, CohortMessageForm form, CancellationToken ct)
    {
        if (await pages.FindCohort(id, ct) is not { } cohort) return NotFound();

        if (form.Text is { } text && CohortMessageWords.RefusalFor(text) is { } refusal)
            ModelState.TryAddModelError(nameof(form.Text), refusal);
        if (form is { Audience: CohortAudience.Chosen, EnrollmentIds.Count: 0 })
            ModelState.TryAddModelError(nameof(form.Audience), "Select at least one person");
        if (!ModelState.IsValid) return await Again(cohort, form, ct);
        if (form.Preview || form.Test) return await Shown(cohort, form, ct);

        if (form.Send && await send.Send(id, form, User.AsActor(), ct) is { } messageId)
            return this.SeeOther($"/admin/cohorts/{id}/messages/{messageId}");
        return await Named(cohort, form, ct);
    }

    private async Task<IActionResult> Again(Cohort cohort, CohortMessageForm form, CancellationToken ct) =>
        this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), await pages.New(cohort, form, await MyEmail(ct), ct));

    private async Task<IActionResult> Shown(Cohort cohort, CohortMessageForm form, CancellationToken ct)
    {
        var page = await pages.New(cohort, form, await MyEmail(ct), ct);
        if (form.Test) await send.Test(cohort, form, page.Me, ct);
        return View(nameof(New), page with
        {
            Preview = await pages.Preview(cohort, form, ct),
            Notice = form.Test ? $"A test is on its way to {page.Me}." : page.Notice,
        });
    }

    // Before it leaves: who gets it, by name. Others by now than were named: named once more.
    private async Task<IActionResult> Named(Cohort cohort, CohortMessageForm form, CancellationToken ct)
    {
        var page = await pages.Send(cohort, form, ct);
        if (page.Count == 0)
        {
            ModelState.AddModelError(nameof(form.Audience), "No one would get it. Choose other people");
            return await Again(cohort, form, ct);
        }

        if (form.Send) ModelState.AddModelError("", "Someone has come or gone since you looked. These are the people who get it now");
        return this.Answer(form.Send ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, "Send", page);
    }

    private async Task<string> MyEmail(CancellationToken ct) =>
        (await db.Users.Where(u => u.Id == User.StaffId()).Select(u => u.Email).SingleAsync(ct))!;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
