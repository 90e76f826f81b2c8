namespace Sweet.Web.Hosting.Settings;

internal static class WorkerRules
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    public static void CheckWorkers(this SettingsReview review)
    {
        var workers = review.Read<WorkerOptions>(WorkerOptions.Section);

        review.RequireBetween($"{WorkerOptions.Section}:{nameof(WorkerOptions.ReconcileCalls)}",
            workers.ReconcileCalls, 1, 10_000, "calls");
        if (workers.Every > LongestRest)
            review.Refuse($"{WorkerOptions.Section}:{nameof(WorkerOptions.Every)}",
                "is longer than an hour; write hours, minutes and seconds, like 00:00:05");
        if (workers.Every < TimeSpan.Zero)
            review.Refuse($"{WorkerOptions.Section}:{nameof(WorkerOptions.Every)}",
                "cannot be less than zero; zero switches the workers of this instance off");
    }
}
