using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sweet.Benchmarks.Sites;

/// <summary>A server as a process of its own, so that its time and memory can be told from ours.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private ServerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public string Host => $"127.0.0.1:{Port}";

    /// <summary>User and system, of all its threads.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>From the command to the first answer 200.</summary>
    public TimeSpan StartTook { get; private init; }

    /// <param name="firstPage">Asked for until it is answered.</param>
    public static async Task<ServerProcess> Start(
        string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string firstPage)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Site__BaseUrl"] = $"http://127.0.0.1:{port}";
        var watch = Stopwatch.StartNew();
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        await FirstAnswer(started, new Uri($"http://127.0.0.1:{port}{firstPage}"), watch);
        return new ServerProcess(started, port) { StartTook = watch.Elapsed };
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task FirstAnswer(Process server, Uri page, Stopwatch watch)
    {
        using var http = new HttpClient();
        using var soon = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (true)
        {
            if (server.HasExited || watch.Elapsed > Patience)
                throw new InvalidOperationException($"{page} is not answered: the server has {(server.HasExited ? "ended" : "not started")}.");
            try
            {
                using var answer = await http.GetAsync(page);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await soon.WaitForNextTickAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
