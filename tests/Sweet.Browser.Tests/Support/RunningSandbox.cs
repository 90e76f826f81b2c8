using System.Diagnostics;
using System.Globalization;
using Sweet.Web.Tests.Support;

namespace Sweet.Browser.Tests.Support;

/// <summary>What `dotnet run --project src/Sweet.Sandbox` starts, with ports and a folder of its own.</summary>
public sealed class RunningSandbox : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sweet-browser-");
    private readonly Process process;
    private readonly Task<string> errors;

    private RunningSandbox(int sitePort, int standInsPort)
    {
        Site = new Uri($"http://localhost:{sitePort}");
        StandIns = new Uri($"http://localhost:{standInsPort}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Sweet.Sandbox.dll"), "--site-port", Text(sitePort), "--stand-ins-port", Text(standInsPort), "--folder", folder.FullName,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // One browser plays all visitors.
        start.Environment["RateLimits__Registration__Permits"] = "10000";
        start.Environment["RateLimits__Mail__Permits"] = "10000";
        start.Environment["Enrollment__MaxUnpaidHoldsPerClient"] = "100";
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Site { get; }

    public Uri StandIns { get; }

    public static async Task<RunningSandbox> Start()
    {
        var sandbox = new RunningSandbox(FreePort.Next(), FreePort.Next());
        await sandbox.SaysThatItIsReady();
        return sandbox;
    }

    public async ValueTask DisposeAsync()
    {
        // Its site is a process below it.
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task SaysThatItIsReady()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("ready", StringComparison.OrdinalIgnoreCase)) return;
        }

        throw new InvalidOperationException($"The sandbox did not start: {await errors}");
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
