using Microsoft.Extensions.Options;
using Sweet.Web.Data;
using Sweet.Web.Hosting;

namespace Sweet.Web.Workers.Loop;

/// <summary>Runs one work round after round until the site stops. A round that fails is told, and the next one begins as usual.</summary>
public sealed partial class WorkerLoop<TWork>(
    WorkPlan<TWork> plan, IServiceScopeFactory scopes, IOptions<WorkerOptions> options, TimeProvider clock, ILogger<WorkerLoop<TWork>> log)
    : BackgroundService
    where TWork : class, IWork
{
    /// <summary>Some works come round each second: so often nobody needs to know it.</summary>
    private static readonly TimeSpan SignEvery = TimeSpan.FromMinutes(1);

    private DateTime signedAtUtc;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Every == TimeSpan.Zero) return;

        while (true)
        {
            await Round(stoppingToken);
            await Task.Delay(plan.Every ?? options.Value.Every, clock, stoppingToken);
        }
    }

    private async Task Round(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<TWork>();
            var turn = scope.ServiceProvider.GetRequiredService<WorkerTurn>();
            await (plan.OnAllInstances ? OnAll(work, turn, ct) : InTurn(work, turn, ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The site stops.
        }
        catch (Exception failure)
        {
            RoundFailed(typeof(TWork).Name, failure);
        }
    }

    private async Task OnAll(TWork work, WorkerTurn turn, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var isTimeToSign = nowUtc - signedAtUtc >= SignEvery;
        if (isTimeToSign) await turn.Announce(work.Name, ct);

        await work.RunOnce(ct);
        if (!isTimeToSign) return;

        await turn.Sign(work.Name, ct);
        signedAtUtc = nowUtc;
    }

    private static async Task InTurn(TWork work, WorkerTurn turn, CancellationToken ct)
    {
        if (!await turn.Take(work.Name, ct)) return;

        var isComplete = false;
        try
        {
            await work.RunOnce(ct);
            isComplete = true;
        }
        finally
        {
            await turn.GiveBack(isComplete);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Work} failed; the next one begins as usual")]
    private partial void RoundFailed(string work, Exception failure);
}
