using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Overviews;

public sealed class OverviewPages(SweetDbContext db, TimeProvider clock)
{
    public async Task<OverviewPage> Read(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!user.IsInRole(StaffRole.Admin)) return new OverviewPage(OpenCases: null, []);

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var openCases = await db.OpenCases.CountAsync(c => c.ResolvedAtUtc == null, ct);
        var cohorts = await db.Cohorts.AsNoTracking()
            .Where(c => c.Status != CohortStatus.Cancelled && c.Status != CohortStatus.Completed)
            .Where(c => c.Meetings.Any(m => m.EndsAtUtc > nowUtc))
            .OrderBy(c => c.FirstClassAtUtc)
            .Select(c => new CohortSeats
            {
                Course = c.Course.Code,
                FirstClassAtUtc = c.FirstClassAtUtc,
                TimeZone = c.TimeZone,
                Status = c.Status,
                Capacity = c.Capacity,
                Confirmed = db.Enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Confirmed),
                Processing = db.Enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Processing),
                Held = db.Enrollments.Count(e => e.CohortId == c.Id && e.Status == EnrollmentStatus.Held),
            })
            .ToListAsync(ct);
        return new OverviewPage(openCases, cohorts);
    }
}

/// <param name="OpenCases">Null for who may not see money.</param>
public sealed record OverviewPage(int? OpenCases, IReadOnlyList<CohortSeats> Cohorts);

public sealed record CohortSeats
{
    public required string Course { get; init; }

    public DateTime FirstClassAtUtc { get; init; }

    public required string TimeZone { get; init; }

    public CohortStatus Status { get; init; }

    public int Capacity { get; init; }

    public int Confirmed { get; init; }

    public int Processing { get; init; }

    public int Held { get; init; }

    public int Free => Capacity - Confirmed - Processing - Held;

    /// <summary>The one equation of seats.</summary>
    public string Equation => $"{Confirmed} + {Processing} + {Held} + {Free} = {Capacity}";

    public string InWords => $"{Confirmed} confirmed, {Processing} processing, {Held} held, {Free} free";

    /// <summary>Lines between the seats, so that they can be counted.</summary>
    public string Gaps => string.Concat(Enumerable.Range(1, Math.Max(0, Capacity - 1)).Select(seat => $"M{seat} 0v1"));

    public string Square => Status == CohortStatus.Open ? "confirmed" : Status == CohortStatus.Draft ? "draft" : "processing";
}
