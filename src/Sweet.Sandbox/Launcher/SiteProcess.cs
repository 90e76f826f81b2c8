using System.Diagnostics;
using System.Reflection;

namespace Sweet.Sandbox.Launcher;

/// <summary>The built site as a process of its own: hosted in this one it would serve empty style sheets.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Process process;
    private readonly Task logs;
    private readonly List<string> complaints = [];

    private SiteProcess(Process process, string logFile)
    {
        this.process = process;
        logs = Task.WhenAll(Keep(process.StandardOutput, logFile), Complain(process.StandardError));
    }

    public Task Ended => process.WaitForExitAsync();

    public static SiteProcess Start(IReadOnlyDictionary<string, string> settings, string logFile)
    {
        var project = Known("SiteProject");
        var host = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
        var start = new ProcessStartInfo(host)
        {
            ArgumentList = { Path.Combine(project, Known("SiteOutput"), "Sweet.Web.dll") },
            WorkingDirectory = project,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new(Process.Start(start)!, logFile);
    }

    /// <exception cref="SandboxRefusal">The site ended, or did not answer in time.</exception>
    public async Task Answers(Uri address, TimeProvider clock, CancellationToken ct)
    {
        using var http = new HttpClient();
        var began = clock.GetTimestamp();
        while (!await IsLive(http, new(address, "/health/live"), ct))
        {
            if (process.HasExited)
                throw await Refusal("The site did not start.");
            if (clock.GetElapsedTime(began) > Patience)
                throw new SandboxRefusal($"The site did not answer within {Patience.TotalMinutes:0} minutes.");
            await Task.Delay(Pause, clock, ct);
        }
    }

    public async Task<SandboxRefusal> Refusal(string what)
    {
        await logs;
        var said = string.Join(Environment.NewLine, complaints.DefaultIfEmpty("nothing"));
        return new($"{what} It said: {said} (exit code {process.ExitCode})");
    }

    public async ValueTask DisposeAsync()
    {
        await GracefulStop.Stop(process);
        await logs;
        process.Dispose();
    }

    private static async Task<bool> IsLive(HttpClient http, Uri address, CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync(address, ct);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task Keep(StreamReader output, string logFile)
    {
        await using var log = new StreamWriter(logFile, append: false) { AutoFlush = true };
        while (await output.ReadLineAsync() is { } line)
            await log.WriteLineAsync(line);
    }

    private async Task Complain(StreamReader errors)
    {
        while (await errors.ReadLineAsync() is { } line)
            complaints.Add(line);
    }

    private static string Known(string name) => typeof(SiteProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;
}
