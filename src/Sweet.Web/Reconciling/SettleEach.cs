using Sweet.Domain;
using Sweet.Domain.Reconciliation;
using Sweet.Web.Data;
using Sweet.Web.Payments;

namespace Sweet.Web.Reconciling;

/// <summary>Settles objects one by one: one that cannot be settled must not keep the others from it.</summary>
public sealed partial class SettleEach(WorkerTurn turn, ILogger<SettleEach> log)
{
    /// <exception cref="StripeUnavailableException">Stripe limits us, or refuses our key: no call would fare better now.</exception>
    /// <exception cref="TurnLostException">Another instance has taken over.</exception>
    public async Task<SettleOutcome> Settle(IReadOnlyList<Unsettled> objects, CancellationToken ct)
    {
        List<Setback> setbacks = [];
        var silences = new Silences();
        foreach (var one in objects)
        {
            await turn.Keep(ct);
            var result = await Try(one, ct);
            if (result != Attempt.Settled)
                setbacks.Add(new Setback(one.Id, result == Attempt.Unanswered) { PaymentIntentId = one.PaymentIntentId });
            if (!one.IsKnownToFail) silences.Count(isAnswered: result != Attempt.Unanswered);
            if (silences.AreMany) return new SettleOutcome(setbacks, IsStripeSilent: true);
        }

        return new SettleOutcome(setbacks, IsStripeSilent: false);
    }

    private async Task<Attempt> Try(Unsettled one, CancellationToken ct)
    {
        try
        {
            await one.Settle(ct);
            return Attempt.Settled;
        }
        catch (StripeUnavailableException exception) when (!exception.IsForEveryCall)
        {
            Silent(one.Id, exception.Message);
            return Attempt.Unanswered;
        }
        catch (Exception exception) when (exception is not StripeUnavailableException && exception.LetsOthersGoOn())
        {
            Failed(one.Id, exception);
            return Attempt.Failed;
        }
    }

    private enum Attempt
    {
        Settled,
        Unanswered,
        Failed,
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{ObjectId} could not be settled")]
    private partial void Failed(string objectId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ObjectId} could not be compared with Stripe: {Reason}")]
    private partial void Silent(string objectId, string reason);
}

/// <param name="IsStripeSilent">The rest was not tried any more; the next turn begins with the same objects.</param>
public sealed record SettleOutcome(IReadOnlyList<Setback> Setbacks, bool IsStripeSilent);
