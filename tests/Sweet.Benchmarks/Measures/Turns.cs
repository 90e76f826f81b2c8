using System.Globalization;
using Sweet.Benchmarks.Clients;
using Sweet.Benchmarks.Sites;

namespace Sweet.Benchmarks.Measures;

/// <summary>One server asked for a while: how much it answered, how late, and what that cost it.</summary>
internal sealed record Turn(double ASecond, double P99, double CpuMilliseconds)
{
    public static async Task<Turn> Of(ServerProcess server, int visitors, TimeSpan time, Func<Connection, Task> visit)
    {
        var before = server.Cpu;
        var visits = await Crowd.Run(server.Port, visitors, time, visit);
        return new Turn(
            visits.ASecond, visits.Percentile(0.99), (server.Cpu - before).TotalMilliseconds / visits.Count);
    }
}

/// <summary>The site and the bare endpoint in turns.</summary>
internal sealed record Turns(IReadOnlyList<Turn> Site, IReadOnlyList<Turn> Bare)
{
    public static async Task<Turns> Take(
        Plan plan, int visitors, ServerProcess site, Func<Connection, Task> visitSite, ServerProcess bare, Func<Connection, Task> visitBare)
    {
        var (ours, theirs) = (new List<Turn>(), new List<Turn>());
        // The runtime compiles what is used much a second and a third time.
        await Turn.Of(bare, visitors, plan.WarmUp, visitBare);
        await Turn.Of(site, visitors, plan.WarmUp, visitSite);
        for (var round = 0; round < plan.Rounds; round++)
        {
            theirs.Add(await Turn.Of(bare, visitors, plan.Round, visitBare));
            ours.Add(await Turn.Of(site, visitors, plan.Round, visitSite));
        }

        return new Turns(ours, theirs);
    }

    /// <summary>The median of what each pair of turns says, with the lowest and the highest.</summary>
    public Spread Share(Func<Turn, double> figure) => Spread.Of(Site.Zip(Bare, (ours, theirs) => figure(ours) / figure(theirs)));

    public Spread OfSite(Func<Turn, double> figure) => Spread.Of(Site.Select(figure));

    public Spread OfBare(Func<Turn, double> figure) => Spread.Of(Bare.Select(figure));
}

internal sealed record Spread(double Lowest, double Median, double Highest)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var all = values.Order().ToList();
        return new Spread(all[0], all[all.Count / 2], all[^1]);
    }

    public string As(string format)
    {
        return $"{Written(Median)} ({Written(Lowest)}–{Written(Highest)})";

        string Written(double figure) => figure.ToString(format, CultureInfo.InvariantCulture);
    }
}
