using System.Diagnostics;
using System.Globalization;

namespace Sweet.Sandbox.Launcher;

/// <summary>Asks a process to end, and insists when it does not.</summary>
internal static class GracefulStop
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task Stop(Process process)
    {
        if (process.HasExited)
            return;
        if (!OperatingSystem.IsWindows())
            await Ask(process);
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    private static async Task Ask(Process process)
    {
        using var asking = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await asking.WaitForExitAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("The site does not end by itself; it is stopped.");
        }
    }
}
