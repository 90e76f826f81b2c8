using Sweet.Domain.Reconciliation;
using Sweet.Web.Data;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Hosting;
using Sweet.Web.Reconciling;
using Sweet.Web.Restoring;

namespace Sweet.Web.Commands;

public sealed class ReconcileCommand : Command
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    public override string Verb => "reconcile";

    public override string Purpose => "compares our rows with Stripe's objects and back, once, by hand";

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).RequireCurrent(CancellationToken.None);
        var turn = scope.ServiceProvider.GetRequiredService<WorkerTurn>();
        await Take(turn, scope.ServiceProvider.GetRequiredService<TimeProvider>());
        ReconciliationRun? run = null;
        try
        {
            run = await CompareAll(scope.ServiceProvider.GetRequiredService<Reconcile>());
        }
        finally
        {
            await turn.GiveBack(isComplete: run is not null);
        }

        await RefuseWhileShut(run, scope.ServiceProvider.GetRequiredService<EndOfRestoration>());
        await Console.Out.WriteLineAsync(run.FailedIds.Count == 0
            ? "Everything was compared with Stripe, and agrees."
            : "Everything was compared with Stripe; what could not be settled is an open case: the verb cases lists it.");
        return 0;
    }

    private static async Task RefuseWhileShut(ReconciliationRun run, EndOfRestoration end)
    {
        if (run.HasSeenAll || !await end.IsAwaited(CancellationToken.None)) return;

        throw new StartRefusedException(
            "Stripe did not report everything, so the site does not open yet. Run it again once Stripe does; or look at Stripe, "
                + "resolve each case UnsettledAtStripe as noted, and run it again.");
    }

    private static async Task<ReconciliationRun> CompareAll(Reconcile reconcile)
    {
        while (true)
        {
            var turn = await reconcile.TakeTurn(CancellationToken.None);
            if (turn.MustRest)
                throw new StartRefusedException(
                    "Stripe does not answer, or limits us; the log says why. Run it again: it picks up where it stopped.");
            if (turn is { IsEnded: true, Run.Failures: > 0 })
                throw new StartRefusedException(
                    $"{turn.Run.Failures} could not be settled; the log says why. Run it again: what fails a second time becomes a case.");
            if (turn.IsEnded) return turn.Run;
        }
    }

    // An instance that runs, or has died in the middle, has the turn for a minute at the most.
    private static async Task Take(WorkerTurn turn, TimeProvider clock)
    {
        var until = clock.GetUtcNow() + (2 * WorkerTurn.Length);
        while (!await turn.Take(Reconcile.Work, CancellationToken.None))
        {
            if (clock.GetUtcNow() >= until)
                throw new StartRefusedException("Another instance is comparing with Stripe right now. Run it again later.");

            await Task.Delay(AskAgain, clock);
        }
    }
}
