using System.Text;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Sandbox.Webhooks;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

public sealed class WebhookTests : Story
{
    private WebhookDelivery Webhooks => Site.StandIns.Webhooks;

    [Fact]
    public async Task Twenty_deliveries_at_once_take_effect_once()
    {
        var held = await PaidButUntold();
        var completed = Webhooks.Waiting.Single(e => e.Type == "checkout.session.completed");

        var deliveries = await Webhooks.DeliverAtOnce(completed, times: 20);

        Assert.All(deliveries, d => Assert.Equal(200, d.Status));
        await AssertConfirmedOnce(held);
    }

    [Fact]
    public async Task A_replay_weeks_later_changes_nothing()
    {
        var held = await PaidButUntold();
        var completed = Webhooks.Waiting.Single(e => e.Type == "checkout.session.completed");
        await Webhooks.Deliver(completed);

        Site.Pass(TimeSpan.FromDays(21));
        var replay = await Webhooks.Deliver(completed);

        Assert.Equal(200, replay.Status);
        await AssertConfirmedOnce(held);
    }

    [Fact]
    public async Task Arriving_after_the_landing_page_it_changes_nothing()
    {
        var held = await PaidButUntold();
        await Visitor.Open($"{held.Address}/landing");

        await Webhooks.DeliverWaiting();

        await AssertConfirmedOnce(held);
    }

    [Fact]
    public async Task Success_before_completion_of_a_bank_payment_confirms_all_the_same()
    {
        Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.PayByBank(session);
        await Site.StandIns.Stripe.SucceedDelayed(session);

        await Webhooks.DeliverWaiting(events => events.Reverse());

        await AssertConfirmedOnce(held);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_and_changes_nothing()
    {
        await PaidButUntold();
        var completed = Webhooks.Waiting.Single(e => e.Type == "checkout.session.completed");

        Assert.Equal(400, (await Webhooks.Deliver(completed, secret: "whsec_ofsomebodyelse")).Status);
        Assert.Equal(400, (await Webhooks.DeliverUnsigned(completed)).Status);
        Assert.Equal(400, (await Webhooks.Deliver(completed, signedAt: Site.Clock.GetUtcNow().AddMinutes(-6))).Status);
        Assert.Equal(EnrollmentStatus.Held, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task The_secret_before_a_rotation_still_counts()
    {
        Site.With("Stripe:PreviousWebhookSecret", "whsec_theonebeforetherotation0123456789");
        var held = await PaidButUntold();
        var completed = Webhooks.Waiting.Single(e => e.Type == "checkout.session.completed");

        var delivery = await Webhooks.Deliver(completed, secret: "whsec_theonebeforetherotation0123456789");

        Assert.Equal(200, delivery.Status);
        await AssertConfirmedOnce(held);
    }

    [Fact]
    public async Task An_event_of_another_API_version_is_settled_by_looking()
    {
        Site.StandIns.Stripe.ApiVersion = "2019-02-11";
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        await AssertConfirmedOnce(held);
    }

    [Fact]
    public async Task Events_that_do_not_concern_us_are_answered_and_leave_no_row()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        Assert.Contains(Webhooks.Deliveries, d => d.Event.Type == "payment_intent.succeeded");
        Assert.All(Webhooks.Deliveries, d => Assert.Equal(200, d.Status));
        Assert.Equal(["checkout.session.completed"], await Site.Db(db => db.StripeEvents.Select(e => e.Type).ToListAsync()));
    }

    [Fact]
    public async Task Nonsense_is_a_bad_request() => Assert.Equal(400, (await Send("{")).Status);

    [Fact]
    public async Task An_object_without_an_id_is_none_of_ours() =>
        Assert.Equal(200, (await Send("""{"id":"evt_1","type":"balance.available","livemode":false,"data":{"object":{"object":"balance"}}}""")).Status);

    [Fact]
    public async Task An_event_of_the_other_mode_is_refused() =>
        Assert.Equal(400, (await Send("""{"id":"evt_1","type":"checkout.session.completed","livemode":true,"data":{"object":{"id":"cs_1"}}}""")).Status);

    private Task<Page> Send(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/stripe-webhooks") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(body, Webhooks.Secret, Site.Clock.GetUtcNow()));
        return Visitor.Send(request);
    }

    private async Task<Page> PaidButUntold()
    {
        Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        return held;
    }

    private async Task AssertConfirmedOnce(Page held)
    {
        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Equal(1, await Site.Db(db => db.Payments.CountAsync()));
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
        Assert.Single(await Site.MailsTo(Journey.Email));
    }
}
