using Stripe;
using Stripe.Checkout;

namespace Sweet.Web.Tests.Sandbox;

public class StripePaymentsTests : WithStandIns
{
    [Fact]
    public async Task A_declined_card_leaves_the_session_open()
    {
        var session = await Open();

        await StandIns.Stripe.Decline(session.Id);

        var seen = await Expanded(session.Id);
        Assert.Equal(("open", "unpaid"), (seen.Status, seen.PaymentStatus));
        Assert.Equal("card_declined", seen.PaymentIntent.LastPaymentError.Code);
    }

    [Fact]
    public async Task A_declined_card_can_be_followed_by_a_good_one()
    {
        var session = await Open();
        await StandIns.Stripe.Decline(session.Id);

        await StandIns.Stripe.Pay(session.Id);

        var seen = await Expanded(session.Id);
        Assert.Equal(("complete", "paid", "succeeded"), (seen.Status, seen.PaymentStatus, seen.PaymentIntent.Status));
        Assert.Single(StandIns.Stripe.PaymentIntents);
    }

    [Fact]
    public async Task A_bank_payment_is_complete_before_it_is_paid()
    {
        var session = await Open();

        await StandIns.Stripe.PayByBank(session.Id);
        var waiting = await Expanded(session.Id);
        await StandIns.Stripe.SucceedDelayed(session.Id);
        var paid = await Expanded(session.Id);

        Assert.Equal(("complete", "unpaid", "processing"), (waiting.Status, waiting.PaymentStatus, waiting.PaymentIntent.Status));
        Assert.Equal(("complete", "paid", "succeeded"), (paid.Status, paid.PaymentStatus, paid.PaymentIntent.Status));
        Assert.Equal("us_bank_account", paid.PaymentIntent.LatestCharge.PaymentMethodDetails.Type);
        Assert.Equal("checkout.session.async_payment_succeeded", StandIns.Stripe.Events[^1].Type);
    }

    [Fact]
    public async Task A_bank_payment_may_fail()
    {
        var session = await Open();
        await StandIns.Stripe.PayByBank(session.Id);

        await StandIns.Stripe.FailDelayed(session.Id);

        var seen = await Expanded(session.Id);
        Assert.Equal(("complete", "unpaid", "requires_payment_method"), (seen.Status, seen.PaymentStatus, seen.PaymentIntent.Status));
        Assert.Equal("checkout.session.async_payment_failed", StandIns.Stripe.Events[^1].Type);
    }

    [Fact]
    public async Task Only_the_methods_that_we_allow_are_offered()
    {
        var session = await Open(options => options.AllowedPaymentMethodTypes = ["card"]);

        Assert.Equal(["card"], session.PaymentMethodTypes);
        await Assert.ThrowsAnyAsync<Exception>(() => StandIns.Stripe.PayByBank(session.Id));
    }

    [Fact]
    public async Task Another_sum_than_the_one_that_was_asked_can_be_paid()
    {
        var session = await Open();

        await StandIns.Stripe.PayOther(session.Id, 100, "eur");

        var intent = (await Expanded(session.Id)).PaymentIntent;
        Assert.Equal((100, "eur"), (intent.AmountReceived, intent.Currency));
    }

    [Fact]
    public async Task Events_are_listed_for_thirty_days()
    {
        await StandIns.Stripe.Pay((await Open()).Id);
        var options = new EventListOptions { Types = ["checkout.session.completed", "charge.succeeded"] };

        var now = await new EventService(Stripe).ListAsync(options);
        Clock.Advance(TimeSpan.FromDays(31));
        var later = await new EventService(Stripe).ListAsync(options);

        Assert.Equal(["checkout.session.completed", "charge.succeeded"], now.Select(e => e.Type));
        Assert.Empty(later);
    }

    private Task<Session> Expanded(string id) => new SessionService(Stripe).GetAsync(id, new() { Expand = ["payment_intent.latest_charge"] });
}
