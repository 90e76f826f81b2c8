namespace Sweet.Web.Workers.Loop;

/// <param name="OnAllInstances">False: one instance at a time, by a lease.</param>
/// <param name="Every">The rest between two rounds; null: Workers:Every.</param>
public sealed record WorkPlan<TWork>(bool OnAllInstances, TimeSpan? Every)
    where TWork : IWork;

/// <summary>A work of the site: its row says when a round last came to its end, on whichever instance.</summary>
public sealed record KnownWork(Type Type);
