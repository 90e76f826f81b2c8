using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Sweet.Web.Hosting;

public static class HealthSetup
{
    /// <summary>A stranger sees one word and the status; what is wrong goes to the log. Each room adds its own checks.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready").AllowAnonymous();
    }
}
