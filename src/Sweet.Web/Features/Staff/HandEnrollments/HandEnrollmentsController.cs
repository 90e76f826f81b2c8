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

        if (new ReadHandTerms(form, cohort.Price, cohort.ReadAtUtc, ModelState).Terms() is not { } terms)
            return Again(new HandPage(cohort, form));

        var asked = new HandAsked([form.ToPerson()], terms, form.ToPayer());
        return await enrollByHand.AskOrEnroll(id, asked, form.IsAsSeenAt(cohort.Price), User.AsActor(), ct) switch
        {
            null => NotFound(),
            { Enrolled: [var enrollmentId] } => this.SeeOther($"/admin/enrollments/{enrollmentId}"),
            { Refusal: { } refusal } answer => Refused(cohort, form, refusal, answer),
            _ => this.Answer(form.Show(cohort.Price, ModelState), nameof(New), Shown(cohort, form, asked)),
        };
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
        page.Form.Forget(ModelState);
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }
}
