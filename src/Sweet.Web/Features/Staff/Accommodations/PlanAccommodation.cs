using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.Accommodations;

/// <summary>Reads and saves who sees to what a student needs.</summary>
public sealed class PlanAccommodation(SweetDbContext db, TimeProvider clock)
{
    /// <param name="typed">Null: what is saved is shown.</param>
    public async Task<AccommodationPage?> Read(int id, AccommodationForm? typed, CancellationToken ct)
    {
        if (await db.Enrollments.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.ErasedAtUtc == null, ct) is not { } enrollment)
            return null;

        var saved = await db.AccommodationRequests.AsNoTracking().SingleOrDefaultAsync(r => r.EnrollmentId == id, ct);
        var form = FormOf(enrollment, saved);
        var staff = await Choices(saved?.OwnerId, ct);
        var page = new AccommodationPage(id, enrollment.FullName, enrollment.Number, typed ?? form, staff);
        if (typed is null || typed.Version == form.Version) return page;

        var theirs = $"{form.Need} Seen to by {staff.FirstOrDefault(s => s.Value == form.Owner)?.Text ?? "no one"}; "
            + $"due {form.DueOn ?? "on no day"}; {(form.IsDone ? "done" : "not done")}.";
        typed.Version = form.Version;
        return page with { Theirs = theirs };
    }

    public Task<PlanAnswer> Plan(int id, AccommodationForm form, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.Enrollments.Where(e => e.Id == id && e.ErasedAtUtc == null).Lock(e => e.Number, ct) == 0)
                    return PlanAnswer.NoSuchEnrollment;

                var enrollment = await db.Enrollments.SingleAsync(e => e.Id == id, ct);
                var request = await db.AccommodationRequests.SingleOrDefaultAsync(r => r.EnrollmentId == id, ct);
                if ((request?.Version ?? 0) != form.Version) return PlanAnswer.ChangedMeanwhile;

                var plan = form.ToPlan();
                var names = await db.StaffNamesOf([plan.OwnerId, request?.OwnerId], ct);
                if (plan.OwnerId is not null && !names.ContainsKey(plan.OwnerId)) return PlanAnswer.NoSuchOwner;

                if (request is null) db.AccommodationRequests.Add(request = new AccommodationRequest(enrollment));
                plan = plan with
                {
                    Owner = names.GetValueOrDefault(plan.OwnerId ?? ""),
                    OwnerBefore = names.GetValueOrDefault(request.OwnerId ?? ""),
                };
                request.Plan(plan, by, clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
                return PlanAnswer.Saved;
            },
            ct);

    private static AccommodationForm FormOf(Enrollment enrollment, AccommodationRequest? saved) => new()
    {
        Need = enrollment.Accommodation,
        Owner = saved?.OwnerId,
        DueOn = AccommodationForm.Written(saved?.DueOn),
        IsDone = saved?.DoneAtUtc is not null,
        Version = saved?.Version ?? 0,
    };

    private async Task<IReadOnlyList<SelectListItem>> Choices(string? ownerId, CancellationToken ct) =>
        await db.Users.AsNoTracking()
            .Where(m => m.Id == ownerId
                || (m.DisabledAtUtc == null && db.UserRoles.Any(r => r.UserId == m.Id && r.RoleId == StaffRole.Admin)))
            .OrderBy(m => m.Name).Select(m => new SelectListItem(m.Name, m.Id)).ToListAsync(ct);
}

public enum PlanAnswer
{
    Saved,
    NoSuchEnrollment,
    NoSuchOwner,
    ChangedMeanwhile,
}
