namespace Sweet.Web.Hosting.Workers;

/// <param name="OnAllInstances">False: one instance at a time, by a lease.</param>
/// <param name="Every">The rest between two rounds; null: Workers:Every.</param>
public sealed record WorkPlan<TWork>(bool OnAllInstances, TimeSpan? Every)
    where TWork : IWork;
