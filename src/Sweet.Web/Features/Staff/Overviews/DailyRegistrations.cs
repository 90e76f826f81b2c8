using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Overviews.Charts;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Overviews;

/// <summary>The registrations of one cohort in the last four weeks, and those of the one before it, as far from its first class.</summary>
public sealed record DailyRegistrations(string Cohort, bool IsCompared, IReadOnlyList<DayOfRegistrations> Days)
{
    public const int DaysShown = 28;

    public int Together => Days.Sum(d => d.Now);

    public int TogetherBefore => Days.Sum(d => d.Before);

    public Plot Plot =>
        new(Scale.Over(Math.Max(1, Days.Max(d => Math.Max(d.Now, d.Before))), smallest: 1), Left: 4.5, Days.Count, Share: 0.62);

    public string Line => Plot.Points(Days.Select(d => (decimal)d.Before));

    public string InWords =>
        $"Registrations per day, {Days[0].Date} to {Days[^1].Date}: {Together} in all, at most {Days.Max(d => d.Now)} per day."
        + (IsCompared ? $" The cohort before had {TogetherBefore} in the same days before its first class." : "");

    public static async Task<DailyRegistrations> Of(SweetDbContext db, CohortSeats cohort, DateTime nowUtc, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(ZonedTime.At(nowUtc, OfficeTime.Zone).Local);
        var first = today.AddDays(1 - DaysShown);
        // Whole days between the two first classes: so far back lies the same day of the cohort before.
        var before = cohort.Previous;
        var shift = before is null ? 0 : DayOf(cohort.Cohort.FirstClassAtUtc).DayNumber - DayOf(before.FirstClassAtUtc).DayNumber;
        var (nowFrom, beforeFrom) = (StartOf(first), StartOf(first.AddDays(-shift)));
        var (nowTo, beforeTo) = (StartOf(today.AddDays(1)), StartOf(today.AddDays(1 - shift)));
        var beforeId = before?.Id;
        var hours = await db.Enrollments
            .Where(e => (e.CohortId == cohort.Id && e.CreatedAtUtc >= nowFrom && e.CreatedAtUtc < nowTo)
                || (e.CohortId == beforeId && e.CreatedAtUtc >= beforeFrom && e.CreatedAtUtc < beforeTo))
            .GroupBy(e => new { e.CohortId, e.CreatedAtUtc.Year, e.CreatedAtUtc.Month, e.CreatedAtUtc.Day, e.CreatedAtUtc.Hour })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var days = hours.ToLookup(
            h => (h.Key.CohortId, DayOf(new DateTime(h.Key.Year, h.Key.Month, h.Key.Day, h.Key.Hour, 0, 0, DateTimeKind.Utc))),
            h => h.Count);
        return new DailyRegistrations(cohort.Title, before is not null,
        [
            .. Enumerable.Range(0, DaysShown).Select(day => first.AddDays(day)).Select(day => new DayOfRegistrations(
                day, days[(cohort.Id, day)].Sum(), before is null ? 0 : days[(before.Id, day.AddDays(-shift))].Sum())),
        ]);
    }

    private static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ZonedTime.At(utc, OfficeTime.Zone).Local);

    private static DateTime StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(OfficeTime.Zone));
}

public sealed record DayOfRegistrations(DateOnly Day, int Now, int Before)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo(Institute.Language);

    public string Date => Day.ToString("MMM d", English);

    public string LongDate => Day.ToString("ddd, MMM d", English);
}
