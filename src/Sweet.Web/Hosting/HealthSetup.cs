using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sweet.Web.Hosting;

public static class HealthSetup
{
    /// <summary>A stranger sees one word and the status; what is wrong goes to the log. Each room adds its own checks.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>A check that answers within five seconds, whatever it waits for.</summary>
    public static void AddTimelyCheck<TCheck>(this IServiceCollection services, string name)
        where TCheck : class, IHealthCheck =>
        services.AddHealthChecks().AddCheck<TimelyCheck<TCheck>>(name);
}

/// <summary>Gives up on a check that takes too long: a database that hangs does not always hear that it is not waited for.</summary>
internal sealed class TimelyCheck<TCheck>(IServiceScopeFactory scopes) : IHealthCheck
    where TCheck : class, IHealthCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // On a thread of its own: SQLite waits for its file without giving the thread back.
            return await Task.Run(() => Check(context), cancellationToken).WaitAsync(Limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"No answer in {Limit.TotalSeconds:0} seconds.");
        }
    }

    private async Task<HealthCheckResult> Check(HealthCheckContext context)
    {
        using var limit = new CancellationTokenSource(Limit);
        await using var scope = scopes.CreateAsyncScope();
        return await ActivatorUtilities.GetServiceOrCreateInstance<TCheck>(scope.ServiceProvider).CheckHealthAsync(context, limit.Token);
    }
}
