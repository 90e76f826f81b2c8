using System.Net;
using Stripe;
using Stripe.Checkout;
using Sweet.Sandbox.Faults;

namespace Sweet.Web.Tests.Sandbox;

public class IdempotencyTests : WithStandIns
{
    [Fact]
    public async Task The_same_call_is_answered_the_same()
    {
        var first = await Open(key: "k1");
        var second = await Open(key: "k1");

        Assert.Equal(first.Id, second.Id);
        Assert.Equal("true", second.StripeResponse.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Single(StandIns.Stripe.Sessions);
    }

    [Fact]
    public async Task Another_call_under_the_same_key_is_an_error()
    {
        await Open(key: "k1");

        var refusal = await Assert.ThrowsAsync<StripeException>(() => Open(session => session.ClientReferenceId = "E-1002", key: "k1"));

        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_error"), (refusal.HttpStatusCode, refusal.StripeError.Type));
    }

    [Fact]
    public async Task Answers_are_forgotten_after_a_day()
    {
        var options = SomeSession();
        options.ExpiresAt = null;
        var first = await new SessionService(Stripe).CreateAsync(options, new RequestOptions { IdempotencyKey = "k1" });

        Clock.Advance(TimeSpan.FromHours(24));
        var second = await new SessionService(Stripe).CreateAsync(options, new RequestOptions { IdempotencyKey = "k1" });

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Errors_of_the_work_are_kept_too()
    {
        var session = await Open();
        await StandIns.Stripe.Pay(session.Id);
        var paid = StandIns.Stripe.PaymentIntents[0].Id;
        await Assert.ThrowsAsync<StripeException>(() => Refund(paid, 99_999));
        await StandIns.Stripe.Refund(paid, 1);

        var refusal = await Assert.ThrowsAsync<StripeException>(() => Refund(paid, 99_999));

        Assert.Equal("true", refusal.StripeResponse.Headers.GetValues("Idempotent-Replayed").Single());
    }

    [Fact]
    public async Task Errors_of_parameters_are_not_kept()
    {
        await Assert.ThrowsAsync<StripeException>(() => Open(session => session.CustomerEmail = "mara@", key: "k1"));

        var session = await Open(key: "k1");

        Assert.Equal("open", session.Status);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_failure_of_the_server_is_replayed(bool workIsDone, int sessions)
    {
        StandIns.Faults.Stripe.Next(Fault.StoredServerError(workIsDone));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var failure = await Assert.ThrowsAsync<StripeException>(() => Open(key: "k1"));
            Assert.Equal(HttpStatusCode.InternalServerError, failure.HttpStatusCode);
        }

        Assert.Equal(sessions, StandIns.Stripe.Sessions.Count);
    }

    [Fact]
    public async Task A_call_that_is_still_under_way_is_a_conflict()
    {
        StandIns.Faults.Stripe.Next(Fault.Hang);
        var first = Open(key: "k1");
        await StandIns.Faults.Stripe.Hanging;

        var conflict = await Assert.ThrowsAsync<StripeException>(() => Open(key: "k1"));
        StandIns.Faults.Stripe.Release();

        Assert.Equal(HttpStatusCode.Conflict, conflict.HttpStatusCode);
        Assert.Equal("open", (await first).Status);
    }

    private Task<Refund> Refund(string paymentIntent, long amount) => new RefundService(Stripe).CreateAsync(
        new() { PaymentIntent = paymentIntent, Amount = amount },
        new RequestOptions { IdempotencyKey = "r1" });
}
