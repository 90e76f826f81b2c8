using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Sweet.Web.Hosting.Health;

namespace Sweet.Web.Hosting;

public static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<OutboxHealth>("outbox")
            .AddCheck<WorkersHealth>("workers");

    /// <summary>A stranger sees one word and the status; what is wrong goes to the log.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
