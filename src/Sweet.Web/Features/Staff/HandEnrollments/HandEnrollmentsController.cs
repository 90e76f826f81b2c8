using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.ByHand;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Seating;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.HandEnrollments;

/// <summary>Staff enroll one person themselves.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class HandEnrollmentsController(SweetDbContext db, HandCohorts cohorts, EnrollByHand enrollByHand) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/hand-enrollments/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct)
    {
        if (await cohorts.Find(id, ct) is not { } cohort) return NotFound();

        var isLike = int.TryParse(Request.Query["like"], NumberStyles.None, CultureInfo.InvariantCulture, out var like);
        var known = !isLike ? null : await db.Enrollments.AsNoTracking().Include(e => e.Order)
            .SingleOrDefaultAsync(e => e.Id == like && e.ErasedAtUtc == null, ct);
        return View(new HandPage(cohort, known is null ? HandForm.Empty : HandForm.Like(known)));
    }

    [HttpGet("/admin/cohorts/{id:int}/hand-enrollments")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/cohorts/{id}/hand-enrollments/new");

    [HttpPost("/admin/cohorts/{id:int}/hand-enrollments")]
    public async Task<IActionResult> Create(int id, HandForm form, CancellationToken ct)
    {
        if (await cohorts.Find(id, ct) is not { } cohort) return NotFound();

        var terms = new ReadHandTerms(form, cohort.Price, cohort.ReadAtUtc, ModelState).Terms();
        if (terms is null) return Again(new HandPage(cohort, form));

        var asked = new HandAsked([form.ToPerson()], terms, form.ToPayer());
        var mark = form.MarkAt(cohort.Price);
        var isAsSeen = form.Seen == mark && !form.Preview;
        var answer = isAsSeen ? await enrollByHand.Enroll(id, asked, User.AsActor(), ct) : await enrollByHand.Ask(id, asked, ct);
        if (answer is null) return NotFound();
        if (answer.Enrolled is [var enrollmentId]) return this.SeeOther($"/admin/enrollments/{enrollmentId}");
        if (answer.Refusal is { } refusal) return Refused(cohort, form, refusal, answer);

        // What stands there now is agreed to with the next press.
        var isChanged = !form.Preview && !string.IsNullOrEmpty(form.Seen);
        ModelState.Remove(nameof(form.Seen));
        form.Seen = mark;
        if (isChanged) ModelState.AddModelError("", HandWords.NotAsSeen);
        var status = isChanged ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return this.Answer(status, nameof(New), Shown(cohort, form, asked));
    }

    private static HandPage Shown(HandCohort cohort, HandForm form, HandAsked asked)
    {
        var student = asked.People[0].Student;
        return new HandPage(cohort, form)
        {
            Effect = HandEffect.None(cohort) with
            {
                Happenings = HandWords.Of(cohort, asked.Terms, asked.Payer, [EmailAddress.Shown(student.Email.Text)]),
                Button = HandWords.Button(asked.Terms, $"{student.FirstName} {student.LastName}".TrimEnd()),
            },
        };
    }

    private ViewResult Refused(HandCohort cohort, HandForm form, HandRefusal refusal, HandAnswer answer)
    {
        ModelState.AddModelError(FieldOf(refusal), refusal.InWords(cohort));
        return Again(new HandPage(cohort, form) { TakenBy = answer.Taken.Count == 0 ? null : answer.Taken.Values.First() });
    }

    private static string FieldOf(HandRefusal refusal) => refusal switch
    {
        HandRefusal.AlreadyEnrolled => nameof(HandForm.Email),
        HandRefusal.NoSum or HandRefusal.MoreThanPrice or HandRefusal.TooLittleForStripe => nameof(HandForm.Sum),
        HandRefusal.HoldTooLong => nameof(HandForm.HoldHours),
        _ => "",
    };

    private ViewResult Again(HandPage page)
    {
        ModelState.Remove(nameof(page.Form.Seen));
        page.Form.Seen = null;
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }
}
