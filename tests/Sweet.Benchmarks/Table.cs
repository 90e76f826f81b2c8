using System.Globalization;

namespace Sweet.Benchmarks;

/// <summary>What was measured, as docs/performance.md carries it.</summary>
internal sealed class Table
{
    private readonly List<(string What, string Figure, string Goal)> rows = [];

    public IReadOnlyList<(string What, string Figure, string Goal)> Rows => rows;

    public void Add(string what, string figure, string goal)
    {
        rows.Add((what, figure, goal));
        Console.Error.WriteLine($"{what}: {figure}");
    }

    public void Print()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Measured {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors, .NET {Environment.Version}."));
        Console.WriteLine();
        Console.WriteLine("| what | median (lowest–highest) | to reach |");
        Console.WriteLine("|---|---|---|");
        foreach (var (what, figure, goal) in rows) Console.WriteLine($"| {what} | {figure} | {goal} |");
    }
}
