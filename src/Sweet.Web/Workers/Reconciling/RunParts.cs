using Sweet.Domain;
using Sweet.Domain.Orders;

namespace Sweet.Web.Workers.Reconciling;

/// <summary>Both directions of a run, part by part.</summary>
public sealed class RunParts(OurRows ours, StripeObjects theirs)
{
    private static readonly Actor By = Actor.Worker(Reconcile.Work);

    public Task<Batch> Next(ReconciliationRun run, CancellationToken ct) =>
        run.Step < ReconciliationStep.StripeRefunds
            ? ours.Next(run.Step, run.Cursor, By, ct)
            : theirs.Next(run.Step, run.SinceUtc, run.Cursor, By, ct);
}
