using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sweet.Web.Data;

namespace Sweet.Web.Workers;

/// <summary>Degraded where a worker is silent, or all instances have switched theirs off and nobody is left to email about it.</summary>
public sealed class WorkersHealth(SweetDbContext db, WatchedWork watched, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var earliest = clock.GetUtcNow().UtcDateTime - WatchWork.TooLong;
        var names = watched.Names;
        var silent = await db.WorkerLeases.Where(l => names.Contains(l.Name) && (l.CompletedAtUtc ?? l.CreatedAtUtc) < earliest)
            .Select(l => l.Name).ToListAsync(cancellationToken);

        return silent.Count > 0
            ? HealthCheckResult.Degraded(
                $"Not finished for {WatchWork.TooLong.TotalMinutes:0} minutes: {string.Join(", ", silent)}.")
            : HealthCheckResult.Healthy();
    }
}
