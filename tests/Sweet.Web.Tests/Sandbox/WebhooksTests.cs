using System.Net;
using Stripe;

namespace Sweet.Web.Tests.Sandbox;

public class WebhooksTests : WithStandIns
{
    private readonly Receiver receiver = new();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        StandIns.Webhooks.SendTo(new("https://sweet.test/stripe-webhooks"), receiver);
    }

    [Fact]
    public async Task Are_signed_as_Stripe_signs()
    {
        var session = await Open();
        await StandIns.Stripe.Pay(session.Id);

        var (body, signature) = receiver.Received[^1];
        var received = EventUtility.ConstructEvent(body, signature, StandIns.Webhooks.Secret, 300, Clock.GetUtcNow().ToUnixTimeSeconds());

        Assert.Equal("checkout.session.completed", received.Type);
        Assert.Equal("paid", ((Stripe.Checkout.Session)received.Data.Object).PaymentStatus);
        Assert.False(received.Livemode);
    }

    [Fact]
    public async Task Follow_the_answer_of_the_call_that_made_them()
    {
        var session = await Open();
        await new Stripe.Checkout.SessionService(Stripe).ExpireAsync(session.Id);

        await StandIns.Webhooks.Idle();

        Assert.Contains("checkout.session.expired", receiver.Received.Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_held_back_and_come_in_another_order()
    {
        StandIns.Webhooks.HoldBack();
        await StandIns.Stripe.Pay((await Open()).Id);
        var happened = StandIns.Webhooks.Waiting.Select(e => e.Type).ToArray();

        var delivered = await StandIns.Webhooks.DeliverWaiting(events => events.Reverse());

        Assert.Equal(happened.Reverse(), delivered.Select(delivery => delivery.Event.Type));
        Assert.Empty(StandIns.Webhooks.Waiting);
    }

    [Fact]
    public async Task Can_come_twenty_times_at_once()
    {
        await StandIns.Stripe.Pay((await Open()).Id);
        var before = receiver.Received.Count;

        await StandIns.Webhooks.DeliverAtOnce(StandIns.Stripe.Events[^1], 20);

        Assert.Equal(20, receiver.Received.Count - before);
    }

    [Fact]
    public async Task Can_get_lost()
    {
        StandIns.Webhooks.DropNext(type: "checkout.session.completed");
        await StandIns.Stripe.Pay((await Open()).Id);

        Assert.DoesNotContain(StandIns.Webhooks.Deliveries, delivery => delivery.Event.Type == "checkout.session.completed");
        Assert.Contains(StandIns.Stripe.Events, e => e.Type == "checkout.session.completed");
    }

    [Fact]
    public async Task Can_be_late()
    {
        StandIns.Webhooks.Delay = TimeSpan.FromHours(2);
        await StandIns.Stripe.Pay((await Open()).Id);
        Assert.Empty(receiver.Received);

        Clock.Advance(TimeSpan.FromHours(2));
        await StandIns.Tick();

        Assert.NotEmpty(receiver.Received);
    }

    [Fact]
    public async Task Come_again_when_the_receiver_failed()
    {
        receiver.Answer = HttpStatusCode.InternalServerError;
        await StandIns.Stripe.Expire((await Open()).Id);
        receiver.Answer = HttpStatusCode.OK;

        Clock.Advance(TimeSpan.FromSeconds(10));
        await StandIns.Tick();

        Assert.Equal([500, 200], StandIns.Webhooks.Deliveries.Select(delivery => delivery.Status));
        Assert.Empty(StandIns.Webhooks.Waiting);
    }

    [Fact]
    public async Task Can_carry_a_bad_or_an_old_signature()
    {
        await StandIns.Stripe.Expire((await Open()).Id);
        var happened = StandIns.Stripe.Events[^1];

        await StandIns.Webhooks.Deliver(happened, secret: "whsec_another");
        await StandIns.Webhooks.Deliver(happened, signedAt: Clock.GetUtcNow().AddHours(-1));

        foreach (var (body, signature) in receiver.Received.TakeLast(2))
            Assert.Throws<StripeException>(() => EventUtility.ConstructEvent(body, signature, StandIns.Webhooks.Secret, 300, Clock.GetUtcNow().ToUnixTimeSeconds()));
    }
}
