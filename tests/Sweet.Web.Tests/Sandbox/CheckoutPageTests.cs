using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Sandbox;

public class CheckoutPageTests : WithStandIns
{
    [Fact]
    public async Task Shows_what_is_paid_and_until_when()
    {
        var page = await Opened();

        Assert.Equal("Six-week IPT course", page.Heading);
        Assert.Contains("$299.00", page.Text, StringComparison.Ordinal);
        Assert.Contains("mara@example.com", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mon 1 Jul 2024, 12:31:00 UTC", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_back_to_the_site_after_payment()
    {
        var paid = await (await Opened()).Submit("Pay $299.00");

        var session = StandIns.Stripe.Sessions.Single();
        Assert.Equal("paid", session.PaymentStatus);
        Assert.Equal($"http://localhost:5080/enrollments/token/payment?session={session.Id}", paid.LeadsTo);
    }

    [Fact]
    public async Task Stays_after_a_declined_card_and_says_so()
    {
        var declined = await (await Opened()).Submit("Pay with a card that is declined");

        Assert.StartsWith("Your card was declined.", declined.Alert, StringComparison.Ordinal);
        Assert.True(declined.HasForm);
    }

    [Fact]
    public async Task Takes_no_payment_when_it_has_ended()
    {
        var page = await Opened();
        Clock.Advance(TimeSpan.FromMinutes(31));

        var ended = await page.Submit("Pay $299.00");

        Assert.Equal(409, ended.Status);
        Assert.Equal("This payment page has ended", ended.Heading);
        Assert.Empty(StandIns.Stripe.PaymentIntents);
    }

    [Fact]
    public async Task Takes_no_second_payment()
    {
        var page = await Opened();
        await StandIns.Stripe.Pay(StandIns.Stripe.Sessions.Single().Id);

        var again = await page.Submit("Pay $299.00");

        Assert.Equal("This payment page is done", again.Heading);
        Assert.Single(StandIns.Stripe.PaymentIntents);
    }

    private async Task<Page> Opened()
    {
        var session = await Open();
        return await Visitor.Open(new Uri(session.Url).PathAndQuery);
    }
}
