using Sweet.Domain;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Web.Data;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Refunding;

/// <summary>Carries one requested refund to Stripe: one refund a row, however often it is tried.</summary>
public sealed class SendRefund(
    StripeRefunds stripe, SettleRefund settleRefund, RefundAttempts attempts, RefusedRefund refused, TimeProvider clock)
{
    /// <summary>Names the lease, and who acts in the history.</summary>
    public const string Work = "send refunds";

    internal static readonly Actor By = Actor.Worker(Work);

    /// <returns>Whether Stripe gave an answer.</returns>
    public async Task<bool> Once(int refundId, CancellationToken ct)
    {
        try
        {
            if (await StillWanted(refundId, ct) is { } refund) await Ask(refund, ct);
            return true;
        }
        catch (StripeUnavailableException exception)
        {
            if (exception.IsForLackOfBalance) await settleRefund.AwaitBalance(refundId, ct);
            await attempts.Postpone(refundId, exception.Message, exception.IsStored, ct);
            return false;
        }
        catch (Exception exception) when (exception.LetsOthersGoOn())
        {
            // Whatever is wrong with this one, it waits longer each time, and the others are sent.
            await attempts.PostponeBroken(refundId, exception, ct);
            return true;
        }
    }

    // Somebody may have sent money back in the dashboard, or what was given up may have been made all the same, by a call whose
    // answer was lost: then this one is not needed, or not all of it.
    private async Task<Refund?> StillWanted(int refundId, CancellationToken ct)
    {
        await settleRefund.LookFirst(await attempts.Read(refundId, ct), By, ct);
        var refund = await attempts.Read(refundId, ct);
        return refund.Status == RefundStatus.Requested ? refund : null;
    }

    private async Task Ask(Refund refund, CancellationToken ct)
    {
        try
        {
            await settleRefund.TakeAnswer(await Answer(refund, ct), By, ct);
        }
        catch (StripeRefusedException exception)
        {
            await refused.Settle(refund, exception, ct);
        }
    }

    private async Task<RefundFacts> Answer(Refund refund, CancellationToken ct)
    {
        if (refund.HasKeyAt(clock.GetUtcNow().UtcDateTime)) return await stripe.Create(refund, ct);

        // The key is spent: Stripe may have done the work all the same.
        var all = await stripe.FindAll(refund.Payment.IdAtStripe, ct);
        return await attempts.FindMade(refund, all, ct) ?? await stripe.Create(await attempts.Rekey(refund, ct), ct);
    }
}
