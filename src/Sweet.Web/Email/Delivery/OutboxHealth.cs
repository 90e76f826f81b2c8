using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Sweet.Domain.Messages;
using Sweet.Web.Data;

namespace Sweet.Web.Email.Delivery;

/// <summary>Degraded, never unhealthy: while SendGrid is down the pages still serve, so no balancer may take the site away.</summary>
public sealed class OutboxHealth(SweetDbContext db, TimeProvider clock, IOptions<HealthOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var oldestUtc = await db.Messages.Where(m => m.Status == MessageStatus.Queued)
            .MinAsync(m => (DateTime?)m.QueuedAtUtc, cancellationToken);
        var age = clock.GetUtcNow().UtcDateTime - oldestUtc;

        return age > options.Value.OldestUnsentMessage
            ? HealthCheckResult.Degraded($"The oldest unsent message has waited for {age:c}.")
            : HealthCheckResult.Healthy();
    }
}
