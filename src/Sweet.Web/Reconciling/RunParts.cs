using Sweet.Domain;
using Sweet.Domain.Reconciliation;

namespace Sweet.Web.Reconciling;

/// <summary>Both directions of a run, and what failed before, part by part.</summary>
public sealed class RunParts(RestoredHolds holds, OurRows ours, StripeObjects theirs, UnsettledObjects unsettled)
{
    private static readonly Actor By = Actor.Worker(Reconcile.Work);

    public Task<Batch> Next(ReconciliationRun run, CancellationToken ct) =>
        run.Step switch
        {
            ReconciliationStep.OurHolds => holds.Next(run, By, ct),
            < ReconciliationStep.StripeRefunds => ours.Next(run.Step, run.Cursor, By, ct),
            ReconciliationStep.UnsettledObjects => unsettled.Next(run.Cursor, By, ct),
            _ => theirs.Next(run, By, ct),
        };
}
