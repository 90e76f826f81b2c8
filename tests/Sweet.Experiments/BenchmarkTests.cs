using System.Diagnostics;

namespace Sweet.Experiments;

/// <summary>The benchmarks run and count right; what they measure is asserted nowhere.</summary>
public sealed class BenchmarkTests
{
    [Theory]
    [InlineData("pages", "article: pages a second, share of bare")]
    [InlineData("registrations", "registrations a second, 32 at once, share of bare")]
    [InlineData("start", "first good answer after the start")]
    public async Task A_short_run_ends_with_its_table(string what, string row)
    {
        string[] arguments = [Benchmarks, what, "--smoke", "--site", Path.Combine(AppContext.BaseDirectory, "Sweet.Web.dll")];
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
