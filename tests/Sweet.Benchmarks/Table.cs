using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Sweet.Benchmarks;

/// <summary>What was measured, as docs/performance.md carries it.</summary>
internal sealed class Table
{
    // The build writes it behind the version.
    private static readonly string Commit =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[^1];

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
            $"Measured {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, commit {Commit}."));
        Console.WriteLine();
        Console.WriteLine("| what | median (lowest–highest) | to reach |");
        Console.WriteLine("|---|---|---|");
        foreach (var (what, figure, goal) in rows) Console.WriteLine($"| {what} | {figure} | {goal} |");
    }
}
