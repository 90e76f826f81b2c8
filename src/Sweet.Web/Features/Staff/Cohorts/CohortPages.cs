using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Courses;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Cohorts.Now;
using Sweet.Web.Features.Staff.Cohorts.States;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Seats;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Cohorts;

public sealed class CohortPages(SweetDbContext db, TimeProvider clock)
{
    public async Task<CohortPage?> Find(int id, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().Include(c => c.Course).Include(c => c.Meetings)
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        if (cohort is null) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var seats = await SeatCounts.Of(db, [id], ct);
        var back = await db.Refunds
            .Where(r => r.Order.Enrollment.CohortId == id && r.Currency == cohort.Currency
                && r.Status != RefundStatus.Failed && r.Status != RefundStatus.Cancelled)
            .SumAsync(r => r.AmountMinor, ct);
        return PageOf(cohort, nowUtc) with
        {
            Seats = seats.SeatsOf(cohort) with { IsLarge = true },
            Paid = seats.PaidFor(cohort),
            GoneBack = new Money(back, cohort.Currency),
            Lately = await CohortLately.Read(db, id, ct),
            Needs = await CohortNeeds.Read(db, id, ct),
        };
    }

    private static CohortPage PageOf(Cohort cohort, DateTime nowUtc) => new()
    {
        Id = cohort.Id,
        Title = CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone),
        Course = cohort.Course.Title,
        Reference = cohort.Reference,
        Phase = cohort.PhaseAt(nowUtc),
        Status = cohort.Status,
        Zone = cohort.TimeZone,
        Seats = SeatNumbers.Of(cohort, 0, 0, 0),
        Price = new Money(cohort.PriceMinor, cohort.Currency),
        EarlyPrice = cohort.EarlyPriceMinor is { } early ? new Money(early, cohort.Currency) : null,
        EarlyUntilUtc = cohort.EarlyPriceUntilUtc,
        OpensAtUtc = cohort.RegistrationOpensAtUtc == default ? null : cohort.RegistrationOpensAtUtc,
        ClosesAtUtc = cohort.RegistrationClosesAtUtc == default ? null : cohort.RegistrationClosesAtUtc,
        Paid = Money.Zero(cohort.Currency),
        GoneBack = Money.Zero(cohort.Currency),
        FeePercent = cohort.Course.RefundFeePercent,
        WhatsAppUrl = cohort.WhatsAppUrl,
        Minimum = cohort.Minimum,
        DecideOn = cohort.DecideOn,
        Missing = cohort.CanOpen() ? [.. cohort.OpeningGaps(nowUtc).Select(GapWords.Of)] : [],
        CanOpen = cohort.CanOpen(),
        CanComplete = cohort.CanCompleteAt(nowUtc),
        TakesByHand = cohort.TakesByHandAt(nowUtc),
        CanCancel = cohort.CanCancel(),
        Meetings = [.. cohort.Meetings.OrderBy(m => m.Number)
            .Select(m => new MeetingRow(m.Number, new ClassTime(m.StartsAtUtc, m.EndsAtUtc), m.JoinUrl))],
        AreClassesOver = cohort.Meetings.Count > 0 && cohort.LastClassEndsAtUtc <= nowUtc,
        DaysToFirst = cohort.Meetings.Count == 0 ? 0 : DaysUntil(cohort.FirstClassAtUtc, cohort.TimeZone, nowUtc),
    };

    private static int DaysUntil(DateTime utc, string zone, DateTime nowUtc) =>
        (ZonedTime.At(utc, zone).Local.Date - ZonedTime.At(nowUtc, zone).Local.Date).Days;
}
