using Stripe;

namespace Sweet.Web.Tests.Sandbox;

public class StripePayoutsTests : WithStandIns
{
    [Fact]
    public async Task A_payout_lists_what_it_is_made_of_and_itself()
    {
        var charge = await Available();

        var payout = await StandIns.Stripe.PayOut();
        await StandIns.Stripe.ArrivePayout(payout.Id);

        var listed = await new BalanceTransactionService(Stripe).ListAsync(new() { Payout = payout.Id });
        var seen = Assert.Single(await new PayoutService(Stripe).ListAsync(new() { Status = "paid" }));
        Assert.Equal(["payout", "charge"], listed.Select(t => t.Type));
        Assert.Equal(0, listed.Sum(t => t.Net));
        Assert.Equal(charge, listed.Data[1].SourceId);
        Assert.Equal((payout.Id, true, "completed"), (seen.Id, seen.Automatic, seen.ReconciliationStatus));
        Assert.Equal(["payout.created", "payout.paid", "payout.reconciliation_completed"], StandIns.Stripe.Events.TakeLast(3).Select(e => e.Type));
    }

    [Fact]
    public async Task One_that_fails_brings_the_money_back()
    {
        await Available();
        var payout = await StandIns.Stripe.PayOut();

        await StandIns.Stripe.FailPayout(payout.Id);

        var failed = await new PayoutService(Stripe).GetAsync(payout.Id);
        var back = await new BalanceTransactionService(Stripe).GetAsync(failed.FailureBalanceTransactionId);
        Assert.Equal(("failed", "account_closed"), (failed.Status, failed.FailureCode));
        Assert.Equal(("payout_failure", failed.Amount, payout.Id), (back.Type, back.Amount, back.SourceId));
    }

    [Fact]
    public async Task Nothing_available_and_what_is_unknown_or_by_hand_is_refused()
    {
        await Available();
        var byHand = await StandIns.Stripe.PayOut(amount: 1_000);
        var balance = new BalanceTransactionService(Stripe);

        var ofHand = await Assert.ThrowsAsync<StripeException>(() => balance.ListAsync(new() { Payout = byHand.Id }));
        var unknown = await Assert.ThrowsAsync<StripeException>(() => balance.ListAsync(new() { Payout = "po_unknown" }));
        await StandIns.Stripe.PayOut();
        await Assert.ThrowsAnyAsync<Exception>(() => StandIns.Stripe.PayOut());

        Assert.Equal("payout", ofHand.StripeError.Param);
        Assert.Equal("resource_missing", unknown.StripeError.Code);
    }

    /// <summary>A charge that is paid, and two days old.</summary>
    private async Task<string> Available()
    {
        await StandIns.Stripe.Pay((await Open()).Id);
        Clock.Advance(TimeSpan.FromDays(2));
        return StandIns.Stripe.Charges.Single().Id;
    }
}
