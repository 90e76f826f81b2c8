namespace Sweet.Sandbox.Hosting;

/// <summary>Leaves Ctrl-C to the process that the stand-ins run in: the usual lifetime would swallow it in a test run.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
