using Sweet.Web.Hosting.Workers;
using Sweet.Web.Workers.Reconciling;

namespace Sweet.Web.Hosting.Commands;

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
        var isComplete = false;
        try
        {
            await CompareAll(scope.ServiceProvider.GetRequiredService<Reconcile>());
            isComplete = true;
        }
        finally
        {
            await turn.GiveBack(isComplete);
        }

        await Console.Out.WriteLineAsync("Everything was compared with Stripe, and agrees.");
        return 0;
    }

    private static async Task CompareAll(Reconcile reconcile)
    {
        while (true)
        {
            var turn = await reconcile.TakeTurn(CancellationToken.None);
            if (turn.MustRest) throw new StartRefusedException("Stripe does not answer, or limits us; the log says why. Run it again: it goes on where it stopped.");
            if (turn is { IsEnded: true, Failures: > 0 }) throw new StartRefusedException($"{turn.Failures} could not be settled; the log says why. Run it again.");
            if (turn.IsEnded) return;
        }
    }

    // An instance that runs, or has died in the middle, has the turn for a minute at the most.
    private static async Task Take(WorkerTurn turn, TimeProvider clock)
    {
        var until = clock.GetUtcNow() + (2 * WorkerTurn.Length);
        while (!await turn.Take(Reconcile.Work, CancellationToken.None))
        {
            if (clock.GetUtcNow() >= until) throw new StartRefusedException("Another instance compares with Stripe at this moment. Run it again later.");

            await Task.Delay(AskAgain, clock);
        }
    }
}
