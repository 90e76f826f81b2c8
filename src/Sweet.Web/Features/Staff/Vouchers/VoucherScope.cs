using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Vouchers;
using Sweet.Web.Data;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Vouchers;

/// <summary>What a voucher can be for: the courses, and the cohorts that are not over.</summary>
public sealed record VoucherScope(IReadOnlyList<CourseChoice> Courses, IReadOnlyList<VoucherCohort> Cohorts)
{
    public string InWords(VoucherTerms terms) => InWords(terms.IsForAll, terms.CourseIds, terms.CohortIds);

    public string InWords(bool isForAll, IReadOnlyCollection<int> courseIds, IReadOnlyCollection<int> cohortIds) =>
        isForAll ? "every course"
            : string.Join("; ", [
                .. Courses.Where(c => courseIds.Contains(c.Id)).Select(c => c.Name),
                .. Cohorts.Where(c => cohortIds.Contains(c.Id)).Select(c => c.Name)]);

    /// <summary>Those that it holds in, by the day of their first class.</summary>
    public IEnumerable<VoucherCohort> Of(VoucherTerms terms) => Cohorts.Where(c => terms.IsFor(c.CourseId, c.Id, c.Currency));
}

public sealed record CourseChoice(int Id, string Code)
{
    public string Name => $"{Code}, every cohort";
}

public sealed record VoucherCohort
{
    public required int Id { get; init; }

    public required int CourseId { get; init; }

    public required string CourseCode { get; init; }

    public required DateTime FirstClassAtUtc { get; init; }

    public required string TimeZone { get; init; }

    public required string Currency { get; init; }

    public required long PriceMinor { get; init; }

    /// <summary>Null where there is none, or its time is over.</summary>
    public required long? EarlyPriceMinor { get; init; }

    public string Name => $"{CourseCode}, {ZonedTime.At(FirstClassAtUtc, TimeZone).Date}";

    public Money Price => new(PriceMinor, Currency);

    /// <summary>What somebody may be asked for: each has to leave enough for a card.</summary>
    public IEnumerable<Money> Prices => EarlyPriceMinor is { } early ? [Price, new Money(early, Currency)] : [Price];
}

public sealed class VoucherScopes(SweetDbContext db, TimeProvider clock)
{
    /// <param name="named">Vouchers whose cohorts are named too if they are over.</param>
    public async Task<VoucherScope> Read(IEnumerable<VoucherTerms> named, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var ids = named.SelectMany(t => t.CohortIds).Distinct().ToList();
        var courses = await db.Courses.OrderBy(c => c.Code).Select(c => new CourseChoice(c.Id, c.Code)).ToListAsync(ct);
        var cohorts = await db.Cohorts.AsNoTracking()
            .Where(c => ids.Contains(c.Id)
                || (c.Status != CohortStatus.Cancelled && c.Status != CohortStatus.Completed && c.LastClassEndsAtUtc > nowUtc))
            .OrderBy(c => c.FirstClassAtUtc)
            .Select(c => new VoucherCohort
            {
                Id = c.Id,
                CourseId = c.CourseId,
                CourseCode = c.Course.Code,
                FirstClassAtUtc = c.FirstClassAtUtc,
                TimeZone = c.TimeZone,
                Currency = c.Currency,
                PriceMinor = c.PriceMinor,
                EarlyPriceMinor = c.EarlyPriceUntilUtc > nowUtc ? c.EarlyPriceMinor : null,
            })
            .ToListAsync(ct);
        return new VoucherScope(courses, cohorts);
    }
}
