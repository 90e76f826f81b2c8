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
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.StudentDetails;

/// <summary>Corrects the details of a student, by the rules of the student's own form.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class StudentDetailsController(SweetDbContext db, CorrectDetails correctDetails, AskForEmailChange askForEmailChange)
    : Controller
{
    private const string TooOften =
        "No link was sent to it: several emails have gone out for this today. All else is saved; try the address tomorrow";

    [HttpGet("/admin/enrollments/{id:int}/details/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken ct) =>
        await Find(id, ct) is { } enrollment ? View(StudentDetailsPage.Of(enrollment, StudentDetailsForm.Of(enrollment))) : NotFound();

    [HttpGet("/admin/enrollments/{id:int}/details")]
    public IActionResult Show(int id) => this.SeeOther($"/admin/enrollments/{id}/details/edit");

    [HttpPost("/admin/enrollments/{id:int}/details")]
    public async Task<IActionResult> Update(int id, StudentDetailsForm form, CancellationToken ct)
    {
        if (await Find(id, ct) is not { IsLive: true, ErasedAtUtc: null } enrollment) return NotFound();
        if (!ModelState.IsValid) return Again(StudentDetailsPage.Of(enrollment, form));

        var found = new EnrollmentInCohort(id, enrollment.CohortId);
        var problem = await correctDetails.Correct(found, form.ToDetails(), User.AsActor(), ct) switch
        {
            Correction.Saved => await Ask(enrollment, found, form.Address(), ct),
            Correction.AddressTaken => EnrollmentRefusalText.AlreadyEnrolled,
            Correction.ChangedMeanwhile => "",
            _ => "The enrollment has ended meanwhile: its details stay as they are",
        };
        if (problem is null) return this.SeeOther($"/admin/enrollments/{id}");
        if (problem.Length > 0) ModelState.AddModelError(nameof(form.Email), problem);
        return await AgainAfresh(id, form, ct);
    }

    // A paid seat belongs to its address: the new one has to confirm it, whoever typed it.
    private async Task<string?> Ask(Enrollment enrollment, EnrollmentInCohort found, EmailAddress email, CancellationToken ct)
    {
        if (enrollment.Status == EnrollmentStatus.Held || email.Text == enrollment.Email) return null;

        return await askForEmailChange.Ask(found, email, User.AsActor(), ct) == EmailChangeAsked.Mailed ? null : TooOften;
    }

    private async Task<IActionResult> AgainAfresh(int id, StudentDetailsForm form, CancellationToken ct)
    {
        if (await Find(id, ct) is not { } enrollment) return NotFound();

        var saved = StudentDetailsForm.Of(enrollment);
        var theirs = saved.Seen == form.Seen ? null : SavedDetails.InWords(enrollment);
        form.Seen = saved.Seen;
        return Again(StudentDetailsPage.Of(enrollment, form) with { Theirs = theirs });
    }

    private ViewResult Again(StudentDetailsPage page) => this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(Edit), page);

    private Task<Enrollment?> Find(int id, CancellationToken ct) =>
        db.Enrollments.AsNoTracking().Include(e => e.Order).SingleOrDefaultAsync(e => e.Id == id && e.ErasedAtUtc == null, ct);
}
