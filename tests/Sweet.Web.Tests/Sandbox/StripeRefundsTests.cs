using Stripe;

namespace Sweet.Web.Tests.Sandbox;

public class StripeRefundsTests : WithStandIns
{
    [Fact]
    public async Task A_part_is_refunded_at_once()
    {
        var payment = await Paid();

        var refund = await Create(payment, 10_000);

        var charge = await new ChargeService(Stripe).GetAsync(refund.ChargeId, new() { Expand = ["refunds"] });
        Assert.Equal("succeeded", refund.Status);
        Assert.Equal((10_000, false), (charge.AmountRefunded, charge.Refunded));
        Assert.Equal(refund.Id, Assert.Single(charge.Refunds).Id);
        Assert.Equal(["refund.created", "charge.refunded"], StandIns.Stripe.Events.TakeLast(2).Select(e => e.Type));
    }

    [Fact]
    public async Task More_than_was_paid_is_refused()
    {
        var payment = await Paid();
        await Create(payment, 29_900);

        var refusal = await Assert.ThrowsAsync<StripeException>(() => Create(payment, 1));

        Assert.Equal("charge_already_refunded", refusal.StripeError.Code);
    }

    [Fact]
    public async Task Waits_while_the_balance_is_short()
    {
        var payment = await Paid();
        StandIns.Stripe.RunShort();
        var refund = await Create(payment, 29_900);

        await StandIns.Stripe.Fund();

        Assert.Equal(("pending", "insufficient_funds"), (refund.Status, refund.PendingReason));
        Assert.Equal("succeeded", (await new RefundService(Stripe).GetAsync(refund.Id)).Status);
    }

    [Fact]
    public async Task May_fail_after_it_succeeded()
    {
        var payment = await Paid();
        var refund = await Create(payment, 29_900);

        await StandIns.Stripe.FailRefund(refund.Id);

        var failed = await new RefundService(Stripe).GetAsync(refund.Id);
        Assert.Equal(("failed", "expired_or_canceled_card"), (failed.Status, failed.FailureReason));
        Assert.NotNull(failed.FailureBalanceTransactionId);
        Assert.Equal(0, StandIns.Stripe.Charges[0].AmountRefunded);
    }

    [Fact]
    public async Task Are_found_by_their_payment()
    {
        var payment = await Paid();
        var first = await Create(payment, 100);
        await StandIns.Stripe.Refund(await Paid());
        var second = await StandIns.Stripe.Refund(payment, 200);

        var found = await new RefundService(Stripe).ListAsync(new() { PaymentIntent = payment });

        Assert.Equal([second.Id, first.Id], found.Select(refund => refund.Id));
    }

    [Fact]
    public async Task A_dispute_takes_the_money_and_gives_it_back_when_it_is_won()
    {
        var payment = await Paid();

        var opened = await StandIns.Stripe.Dispute(payment);
        await StandIns.Stripe.MoveDispute(opened.Id, "under_review");
        await StandIns.Stripe.CloseDispute(opened.Id, won: true);

        var dispute = await new DisputeService(Stripe).GetAsync(opened.Id);
        Assert.Equal(("won", payment), (dispute.Status, dispute.PaymentIntentId));
        Assert.Equal(0, dispute.BalanceTransactions.Sum(entry => entry.Amount));
    }

    private async Task<string> Paid() => (await StandIns.Stripe.Pay((await Open()).Id)).PaymentIntent!;

    private Task<Refund> Create(string payment, long amount) => new RefundService(Stripe).CreateAsync(new() { PaymentIntent = payment, Amount = amount });
}
