using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Overviews.Needs;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Overviews;

public sealed class OverviewPages(SweetDbContext db, OfficeNeeds needs, TimeProvider clock)
{
    private const int DaysOfOrigins = 28;
    private const int MostCohorts = 40;

    /// <returns>Null for who may not see money and students.</returns>
    public async Task<OverviewPage?> Read(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!user.IsInRole(StaffRole.Admin)) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var cohorts = await Cohorts(nowUtc, ct);
        var charted = Charted(cohorts);
        return new OverviewPage(
            await needs.Read(cohorts, ct),
            cohorts,
            charted is null ? null : await DailyRegistrations.Of(db, charted, nowUtc, ct),
            await IncomeByMonth.Of(db, nowUtc, ct),
            await Origin.Since(db, nowUtc.AddDays(-DaysOfOrigins), ct));
    }

    // The one that fills now: of those that are open the fullest.
    private static CohortSeats? Charted(List<CohortSeats> cohorts) =>
        cohorts.Where(c => c.Phase == CohortPhase.Open).MaxBy(c => c.Seats.Taken)
        ?? cohorts.Find(c => c.Phase is CohortPhase.Full or CohortPhase.Closed)
        ?? cohorts.FirstOrDefault();

    private async Task<List<CohortSeats>> Cohorts(DateTime nowUtc, CancellationToken ct)
    {
        // Each has a key to be found by; said so that the index is used that begins with the cohort and holds the state.
        var enrollments = db.Enrollments.Where(e => e.SearchKey != "");
        var found = await db.Cohorts.AsNoTracking()
            .Where(c => c.Status != CohortStatus.Cancelled && c.Status != CohortStatus.Completed)
            .Where(c => c.LastClassEndsAtUtc > nowUtc || c.Status == CohortStatus.Draft)
            // A draft of long ago waits for nobody.
            .OrderBy(c => c.LastClassEndsAtUtc > nowUtc ? 0 : 1).ThenBy(c => c.FirstClassAtUtc)
            .Take(MostCohorts)
            .Select(c => new
            {
                Cohort = c,
                c.Course.Code,
                LacksJoinLink = c.Meetings.Any(m => m.JoinUrl == null),
                Confirmed = enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Confirmed),
                Processing = enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Processing),
                Held = enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Held),
                InLine = db.WaitlistEntries.Count(w => w.CohortId == c.Id && w.PaidById != null),
                PaidMinor = (
                    from e in enrollments
                    where e.CohortId == c.Id
                    join o in db.Orders on e.Id equals o.EnrollmentId
                    join p in db.Payments on o.Id equals p.OrderId
                    where p.Status == PaymentStatus.Succeeded && p.Currency == c.Currency
                    select p.AmountMinor).Sum(),
                PreviousId = db.Cohorts
                    .Where(p => p.CourseId == c.CourseId && p.FirstClassAtUtc < c.FirstClassAtUtc && p.Status != CohortStatus.Draft)
                    .OrderByDescending(p => p.FirstClassAtUtc).Select(p => (int?)p.Id).FirstOrDefault(),
                PreviousAtUtc = db.Cohorts
                    .Where(p => p.CourseId == c.CourseId && p.FirstClassAtUtc < c.FirstClassAtUtc && p.Status != CohortStatus.Draft)
                    .OrderByDescending(p => p.FirstClassAtUtc).Select(p => (DateTime?)p.FirstClassAtUtc).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return found.ConvertAll(f => new CohortSeats(
            f.Cohort,
            f.Code,
            SeatNumbers.Of(f.Cohort, f.Confirmed, f.Processing, f.Held),
            new Money(f.PaidMinor, f.Cohort.Currency),
            f is { PreviousId: { } id, PreviousAtUtc: { } atUtc } ? new PreviousCohort(id, atUtc) : null)
        {
            Phase = f.Cohort.PhaseAt(nowUtc),
            PaidInLine = f.InLine,
            LacksJoinLink = f.LacksJoinLink,
        });
    }
}

/// <param name="Days">Null while there is no cohort to come.</param>
/// <param name="Income">Null while no money has come.</param>
public sealed record OverviewPage(
    NeedsPage Needs,
    IReadOnlyList<CohortSeats> Cohorts,
    DailyRegistrations? Days,
    IncomeByMonth? Income,
    IReadOnlyList<Origin> Origins)
{
    public int Registrations => Origins.Sum(o => o.Registrations);
}
