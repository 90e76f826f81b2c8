using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sweet.Web.Data.Migrating;

/// <summary>It answers, and has every migration of this version. A newer one is fine: the next version is being rolled out.</summary>
public sealed class DatabaseHealth(SweetDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await new Schema(db).State(cancellationToken) == SchemaState.Behind
            ? HealthCheckResult.Unhealthy("The schema is behind: run the verb migrate.")
            : HealthCheckResult.Healthy();
}
