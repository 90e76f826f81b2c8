using System.Runtime.InteropServices;

namespace Sweet.Sandbox.Launcher;

internal static class SandboxRun
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public static async Task Start(SandboxArguments arguments, TimeProvider clock)
    {
        RefuseProduction();
        if (arguments.SitePort == arguments.StandInsPort)
            throw new SandboxRefusal("--site-port and --stand-ins-port name the same port.", exitCode: 2);
        Ports.RequireFree(arguments.SitePort, "--site-port");
        Ports.RequireFree(arguments.StandInsPort, "--stand-ins-port");
        using var folder = SandboxFolder.Open(arguments.Folder, arguments.Reset);

        using var stop = new CancellationTokenSource();
        using var interrupt = StopOn(PosixSignal.SIGINT, stop);
        using var terminate = StopOn(PosixSignal.SIGTERM, stop);
        try
        {
            await Run(arguments, folder, clock, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine("Stopped.");
        }
    }

    private static async Task Run(SandboxArguments arguments, SandboxFolder folder, TimeProvider clock, CancellationToken ct)
    {
        await using var database = new SandboxDatabase(folder);
        await database.Migrate(ct);
        await using var standIns = await StandIns.Start(clock, arguments.StandInsPort, folder.Root);
        var site = new Uri(SiteSettings.SiteAddress(arguments));
        standIns.Webhooks.SendTo(new(site, "/stripe-webhooks"));
        standIns.MailEvents.SendTo(new(site, "/sendgrid-events"));

        await database.Fill(clock, ct);
        await using var process = SiteProcess.Start(SiteSettings.Write(arguments, folder, standIns), folder.SiteLog);
        await process.Answers(site, clock, ct);
        Welcome.Print(site, standIns.Address, folder);

        await await Task.WhenAny(process.Ended, Beating(standIns, clock, ct));
        ct.ThrowIfCancellationRequested();
        throw await process.Refusal($"The site stopped; its log is {folder.SiteLog}.");
    }

    private static async Task Beating(StandIns standIns, TimeProvider clock, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(ct))
            await standIns.Tick();
    }

    private static void RefuseProduction()
    {
        foreach (var name in new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" })
        {
            if (string.Equals(Environment.GetEnvironmentVariable(name), Environments.Production, StringComparison.OrdinalIgnoreCase))
                throw new SandboxRefusal($"The sandbox never runs in Production ({name} says so).");
        }
    }

    private static PosixSignalRegistration StopOn(
        PosixSignal signal, CancellationTokenSource stop) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stop.Cancel();
    });
}
