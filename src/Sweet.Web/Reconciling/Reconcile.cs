using Microsoft.Extensions.Options;
using Sweet.Domain.Reconciliation;
using Sweet.Web.Data;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;

namespace Sweet.Web.Reconciling;

/// <summary>
/// Compares our rows with Stripe's objects, and Stripe's objects with our rows: a webhook that never came, or was never
/// made, changes nothing but the delay.
/// </summary>
public sealed partial class Reconcile(
    RunBook book, RunParts parts, SettleEach settleEach, IOptions<WorkerOptions> options, ILogger<Reconcile> log)
{
    /// <summary>Names the lease; whoever compares by hand takes it too.</summary>
    public const string Work = "reconcile";

    /// <summary>
    /// Goes on with the run under way, or begins one, until it ends, Stripe has enough of us, or as many calls were made
    /// as one turn may.
    /// </summary>
    public async Task<TurnTaken> TakeTurn(CancellationToken ct)
    {
        var run = await book.Current(ct);
        try
        {
            for (var calls = 0; calls < options.Value.ReconcileCalls;)
            {
                var batch = await parts.Next(run, ct);
                var outcome = await settleEach.Settle(batch.Objects, ct);
                calls += batch.Calls + batch.Objects.Count;
                if (outcome.IsStripeSilent) return new TurnTaken(run, MustRest: true);

                run = await book.GoOn(run, batch.Cursor, outcome.Setbacks, ct);
                if (run.EndedAtUtc is not null) return new TurnTaken(run, MustRest: false);
            }
        }
        catch (StripeUnavailableException exception)
        {
            Rests(run.Step, exception.Message);
            return new TurnTaken(run, MustRest: true);
        }
        catch (TurnLostException)
        {
            TakenOver();
            return new TurnTaken(run, MustRest: true);
        }

        return new TurnTaken(run, MustRest: false);
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The comparison with Stripe rests at {Step} and goes on with the next turn: {Reason}")]
    private partial void Rests(ReconciliationStep step, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another instance goes on with the comparison")]
    private partial void TakenOver();
}

/// <param name="MustRest">Stripe does not answer, or limits us.</param>
public sealed record TurnTaken(ReconciliationRun Run, bool MustRest)
{
    /// <summary>Everything was looked at.</summary>
    public bool IsEnded => Run.EndedAtUtc is not null;
}
