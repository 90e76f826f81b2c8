using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sweet.Domain.Reconciliation;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Overviews.Needs;

/// <summary>What waits for a person, the most urgent first.</summary>
public sealed class OfficeNeeds(SweetDbContext db, HealthCheckService health, TimeProvider clock)
{
    private const string WorkersCheck = "workers";

    public async Task<NeedsPage> Read(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        List<Need> needs = [.. await FromCases(ct), .. await FromWorkers(ct)];
        return new NeedsPage(needs, nowUtc, await LastComparison(ct));
    }

    private async Task<IEnumerable<Need>> FromCases(CancellationToken ct)
    {
        var cases = await db.OpenCases.Where(c => c.ResolvedAtUtc == null)
            .GroupBy(c => c.Kind)
            .Select(g => new { Kind = g.Key, Count = g.Count(), SinceUtc = g.Min(c => c.OpenedAtUtc) })
            .ToListAsync(ct);
        return cases.OrderBy(c => CaseNeed.RankOf(c.Kind)).Select(c => CaseNeed.Of(c.Kind, c.Count, c.SinceUtc));
    }

    private async Task<IEnumerable<Need>> FromWorkers(CancellationToken ct)
    {
        var report = await health.CheckHealthAsync(check => check.Name == WorkersCheck, ct);
        return report.Entries.Values.Where(e => e.Status != HealthStatus.Healthy).Select(e => new Need(
            "Work that stands still:",
            $"{e.Description} Ask the people who run the site: its log says why.",
            "/health/ready",
            "See its state")
        {
            IsUrgent = true,
        });
    }

    private async Task<DateTime?> LastComparison(CancellationToken ct) =>
        await db.ReconciliationRuns.Complete().Select(r => r.CompletedAtUtc).FirstOrDefaultAsync(ct);
}

/// <param name="ComparedAtUtc">When all was last compared with Stripe without a failure; null: never yet.</param>
public sealed record NeedsPage(IReadOnlyList<Need> Needs, DateTime NowUtc, DateTime? ComparedAtUtc)
{
    public int Urgent => Needs.Count(n => n.IsUrgent);

    public string InShort => Needs.Count switch
    {
        0 => "Nothing does: no case, no failed refund, no lost email, no deadline.",
        1 => Urgent == 1 ? "One thing, and it is urgent." : "One thing.",
        _ => Urgent == 0 ? $"{Needs.Count} things." : $"{Needs.Count} things, {Urgent} of them urgent.",
    };
}
