using System.Diagnostics;

namespace Sweet.Benchmarks.Clients;

/// <summary>Some visitors, each with a connection, who do the same again and again for a while.</summary>
internal static class Crowd
{
    /// <param name="visit">One visit; throws where the answer is not what it should be.</param>
    public static async Task<Visits> Run(int port, int visitors, TimeSpan time, Func<Connection, Task> visit)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, visitors).Select(_ => Task.Run(() => Visit(port, watch, time, visit))));
        return new Visits(watch.Elapsed, [.. all.SelectMany(one => one).Order()]);
    }

    private static async Task<List<double>> Visit(int port, Stopwatch watch, TimeSpan time, Func<Connection, Task> visit)
    {
        await using var connection = await Connection.Open(port);
        var took = new List<double>();
        while (watch.Elapsed < time)
        {
            var start = watch.Elapsed;
            await visit(connection);
            took.Add((watch.Elapsed - start).TotalMilliseconds);
        }

        return took;
    }
}

/// <param name="Milliseconds">What each visit took, shortest first.</param>
internal sealed record Visits(TimeSpan Time, IReadOnlyList<double> Milliseconds)
{
    public int Count => Milliseconds.Count;

    public double ASecond => Count / Time.TotalSeconds;

    public double Percentile(double share) => Milliseconds[Math.Min(Count - 1, (int)(Count * share))];
}
