using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Sandbox;

/// <summary>The sandbox as somebody starts it from a terminal.</summary>
public sealed class SandboxProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource patience = new(Patience);
    private readonly StringBuilder output = new();
    private readonly Process process;
    private readonly Task<string> errors;

    public SandboxProcess(string folder, int? sitePort = null, string? environment = null, params string[] options)
    {
        SitePort = sitePort ?? FreePort.Next();
        StandInsPort = FreePort.Next();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Sweet.Sandbox.dll"));
        string[] own = ["--folder", folder, "--site-port", Text(SitePort), "--stand-ins-port", Text(StandInsPort)];
        foreach (var argument in own.Concat(options))
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment ?? "Development";
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync(patience.Token);
    }

    public int SitePort { get; }

    public int StandInsPort { get; }

    public Uri Site => new($"http://localhost:{SitePort}");

    public Uri StandIns => new($"http://localhost:{StandInsPort}");

    public string Output => output.ToString();

    public async Task Ready()
    {
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            output.AppendLine(line);
            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException($"The sandbox ended before it was ready: {await errors}");
    }

    /// <summary>As Ctrl-C, or the end of the machine, asks for it.</summary>
    public async Task<(int ExitCode, string Errors)> Stop()
    {
        using var asking = Process.Start("kill", ["-TERM", Text(process.Id)]);
        return await End();
    }

    public async Task<(int ExitCode, string Errors)> End()
    {
        output.Append(await process.StandardOutput.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, (await errors).Trim());
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        patience.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
