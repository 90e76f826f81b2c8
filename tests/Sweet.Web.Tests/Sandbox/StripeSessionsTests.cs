using Stripe;
using Stripe.Checkout;

namespace Sweet.Web.Tests.Sandbox;

public class StripeSessionsTests : WithStandIns
{
    [Fact]
    public async Task Opens_a_session_as_Stripe_does()
    {
        var session = await Open();

        Assert.Equal("open", session.Status);
        Assert.Equal("unpaid", session.PaymentStatus);
        Assert.Equal(29_900, session.AmountTotal);
        Assert.Equal("E-1001", session.ClientReferenceId);
        Assert.False(session.AdaptivePricing.Enabled);
        Assert.Equal(Start.UtcDateTime.AddMinutes(31), session.ExpiresAt);
        Assert.StartsWith(StandIns.Address.ToString(), session.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_charge_and_fee_of_a_paid_session_when_expanded()
    {
        var opened = await Open();
        await StandIns.Stripe.Pay(opened.Id);

        var session = await new SessionService(Stripe).GetAsync(opened.Id, new() { Expand = ["line_items", "payment_intent.latest_charge.balance_transaction"] });

        Assert.Equal(("complete", "paid"), (session.Status, session.PaymentStatus));
        Assert.Equal("Six-week IPT course", Assert.Single(session.LineItems).Description);
        Assert.Equal("E-1001", session.PaymentIntent.Metadata["enrollment"]);
        Assert.Equal(29_900 * 29 / 1000 + 30, session.PaymentIntent.LatestCharge.BalanceTransaction.Fee);
    }

    [Theory]
    [InlineData(29 * 60 + 59)]
    [InlineData(24 * 3600 + 1)]
    public async Task Refuses_an_end_that_is_too_near_or_too_far(int seconds)
    {
        var refusal = await Assert.ThrowsAsync<StripeException>(() => Open(session => session.ExpiresAt = Start.UtcDateTime.AddSeconds(seconds)));

        Assert.Equal("expires_at", refusal.StripeError.Param);
    }

    [Fact]
    public async Task Expires_a_session_when_its_time_has_passed()
    {
        var session = await Open();

        Clock.Advance(TimeSpan.FromMinutes(31));
        await StandIns.Tick();

        Assert.Equal("expired", StandIns.Stripe.Session(session.Id).Status);
        Assert.Equal("checkout.session.expired", Assert.Single(StandIns.Webhooks.Waiting).Type);
    }

    [Fact]
    public async Task Expires_only_open_sessions()
    {
        var session = await Open();
        await StandIns.Stripe.Pay(session.Id);

        var refusal = await Assert.ThrowsAsync<StripeException>(() => new SessionService(Stripe).ExpireAsync(session.Id));

        Assert.Contains("has a status of `complete`", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_page_by_page_newest_first()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Insert(0, (await Open()).Id);

        var first = await new SessionService(Stripe).ListAsync(new() { Limit = 2 });
        var all = await new SessionService(Stripe).ListAutoPagingAsync(new() { Limit = 2, Status = "open" }).Select(session => session.Id).ToListAsync();

        Assert.True(first.HasMore);
        Assert.Equal(ids, all);
    }
}
