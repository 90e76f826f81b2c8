namespace Sweet.Web.Workers.Loop;

public static class WorkRegistration
{
    /// <summary>In the background, unless Workers:Every is zero; by hand it is one call of <see cref="IWork.RunOnce"/>.</summary>
    /// <param name="onAllInstances">Only for a work whose rows carry leases of their own; else one instance does it at a time.</param>
    /// <param name="every">A rest of its own between two rounds; null: Workers:Every.</param>
    public static IServiceCollection AddWork<TWork>(this IServiceCollection services, bool onAllInstances = false, TimeSpan? every = null)
        where TWork : class, IWork
    {
        services.AddSingleton(new WorkPlan<TWork>(onAllInstances, every));
        services.AddSingleton(new KnownWork(typeof(TWork)));
        services.AddScoped<TWork>();
        return services.AddHostedService<WorkerLoop<TWork>>();
    }
}
