using Microsoft.Extensions.Options;
using Sweet.Domain.Orders;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Workers;
using Sweet.Web.Payments;

namespace Sweet.Web.Workers.Reconciling;

/// <summary>
/// Compares our rows with Stripe's objects, and Stripe's objects with our rows: a webhook that never came, or was never
/// made, changes nothing but the delay.
/// </summary>
public sealed partial class Reconcile(RunBook book, RunParts parts, SettleEach settleEach, IOptions<WorkerOptions> options, ILogger<Reconcile> log) : IWork
{
    /// <summary>Names the lease; whoever compares by hand takes it too.</summary>
    public const string Work = "reconcile";

    public string Name => Work;

    public Task RunOnce(CancellationToken ct) => TakeTurn(ct);

    /// <summary>
    /// Goes on with the run under way, or begins one, until it ends, Stripe has enough of us, or as many calls were made
    /// as one turn may.
    /// </summary>
    public async Task<ReconcileTurn> TakeTurn(CancellationToken ct)
    {
        var run = await book.Current(ct);
        try
        {
            for (var calls = 0; calls < options.Value.ReconcileCalls;)
            {
                var batch = await parts.Next(run, ct);
                var outcome = await settleEach.Of(batch.Objects, ct);
                calls += batch.Calls + batch.Objects.Count;
                if (outcome.IsStripeSilent) return new ReconcileTurn(IsEnded: false, MustRest: true, run.Failures);

                run = await book.GoOn(run, batch.Cursor, outcome.Failures, ct);
                if (run.EndedAtUtc is not null) return new ReconcileTurn(IsEnded: true, MustRest: false, run.Failures);
            }
        }
        catch (StripeUnavailableException exception)
        {
            Rests(run.Step, exception.Message);
            return new ReconcileTurn(IsEnded: false, MustRest: true, run.Failures);
        }
        catch (TurnLostException)
        {
            TakenOver();
            return new ReconcileTurn(IsEnded: false, MustRest: true, run.Failures);
        }

        return new ReconcileTurn(IsEnded: false, MustRest: false, run.Failures);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The comparison with Stripe rests at {Step} and goes on with the next turn: {Reason}")]
    private partial void Rests(ReconciliationStep step, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another instance goes on with the comparison")]
    private partial void TakenOver();
}

/// <param name="IsEnded">Everything was looked at.</param>
/// <param name="MustRest">Stripe does not answer, or limits us.</param>
/// <param name="Failures">What could not be settled; the next run looks at it again.</param>
public sealed record ReconcileTurn(bool IsEnded, bool MustRest, int Failures);
