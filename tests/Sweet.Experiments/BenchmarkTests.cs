using System.Diagnostics;

namespace Sweet.Experiments;

/// <summary>The benchmarks run and count right; what they measure is asserted nowhere.</summary>
public sealed class BenchmarkTests
{
    [Theory]
    [InlineData("pages", "article: pages a second, share of bare")]
    [InlineData("start", "first good answer after the start")]
    public Task A_short_run_ends_with_its_table(string what, string row) =>
        AssertTable(row, what, "--site", Path.Combine(AppContext.BaseDirectory, "Sweet.Web.dll"));

    /// <summary>What is published is not what the other tests build: the models of EF Core are written out in it.</summary>
    [Fact]
    public Task The_published_site_registers() => AssertTable("registrations a second, 32 at once, share of bare", "registrations");

    private static async Task AssertTable(string row, params string[] asked)
    {
        string[] arguments = [Benchmarks, .. asked, "--smoke"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await error);
        Assert.Contains($"| {row} |", await output, StringComparison.Ordinal);
    }

    // Built with the tests, beside them.
    private static string Benchmarks
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            var (framework, configuration) = (own.Name, own.Parent!.Name);
            var tests = own.Parent.Parent!.Parent!.Parent!.FullName;
            return Path.Combine(tests, "Sweet.Benchmarks", "bin", configuration, framework, "Sweet.Benchmarks.dll");
        }
    }
}
