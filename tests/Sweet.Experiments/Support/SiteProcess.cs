using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sweet.Experiments.Support;

/// <summary>The built site as a process that can be killed as a power cut would.</summary>
internal sealed class SiteProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = [];

    private SiteProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join(Environment.NewLine, output);

    public static SiteProcess Start(IReadOnlyDictionary<string, string> settings, params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Sweet.Web.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var word in verb) start.ArgumentList.Add(word);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new SiteProcess(Process.Start(start)!);
    }

    public async Task Answers(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsLive(http))
        {
            if (process.HasExited) throw new InvalidOperationException($"The site ended by itself:{Environment.NewLine}{Output}");
            await Task.Delay(Pause, patience.Token);
        }
    }

    /// <returns>The exit code.</returns>
    public async Task<int> Ended()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: nothing of it runs any more, nothing is finished.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private static async Task<bool> IsLive(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync("/health/live");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null) output.Enqueue(line.Data);
    }
}
