using Sweet.Benchmarks.Sites;

namespace Sweet.Benchmarks.Measures;

/// <summary>What the rounds of the workers cost a site that nobody visits. Stripe and SendGrid do not answer.</summary>
internal static class Workers
{
    public static async Task Measure(Plan plan, SweetSite site, Table table)
    {
        await using var server = await site.Start(workersEvery: TimeSpan.FromSeconds(5));
        // The first rounds compile, and end what is due.
        await Rest(plan.WarmUp);
        var costs = new List<double>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            var before = server.Cpu;
            await Rest(plan.Round * 5);
            costs.Add((server.Cpu - before).TotalMilliseconds / (plan.Round * 5).TotalSeconds);
        }

        table.Add("CPU of the workers a second", Spread.Of(costs).As("0.0") + " ms", "flat");
    }

    private static async Task Rest(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync();
    }
}
