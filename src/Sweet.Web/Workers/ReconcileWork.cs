using Sweet.Web.Reconciling;

namespace Sweet.Web.Workers;

public sealed class ReconcileWork(Reconcile reconcile) : IWork
{
    public string Name => Reconcile.Work;

    public Task RunOnce(CancellationToken ct) => reconcile.TakeTurn(ct);
}
