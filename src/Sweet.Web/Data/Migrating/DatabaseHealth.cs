using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Data.Migrating;

/// <summary>
/// It answers, has room, and has every migration of this version. A newer one is fine: the next version is being rolled out.
/// </summary>
public sealed class DatabaseHealth(SweetDbContext db, WriteGate gate) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (db.File() is { } file && DatabasePlace.ComplaintAbout(file) is { } complaint) return HealthCheckResult.Unhealthy(complaint);
        if (gate.IsOutOfRoom) return HealthCheckResult.Unhealthy("The database could not write: its disk is full, or gone. Make room.");
        if (await new Schema(db).State(cancellationToken) == SchemaState.Behind)
            return HealthCheckResult.Unhealthy("The schema is behind: run the verb migrate.");

        return await db.Complaint(cancellationToken) is { } advice ? HealthCheckResult.Degraded(advice) : HealthCheckResult.Healthy();
    }
}
