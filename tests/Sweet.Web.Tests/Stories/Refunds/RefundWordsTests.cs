using Sweet.Domain.Cases;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>What is told of a refund is so.</summary>
public sealed class RefundWordsTests : PaidStory
{
    [Theory]
    [InlineData("requested_by_customer", "because you asked for it")]
    [InlineData("duplicate", "because the payment had been made twice")]
    [InlineData("fraudulent", "because the payment did not seem to be made by the owner")]
    [InlineData(null, "The registrar sent it back. Your seat stays yours.")]
    public async Task One_from_the_dashboard_gives_its_reason_if_Stripe_knows_one_and_says_that_the_seat_stays(string? reason, string why)
    {
        var enrolled = await Paid();

        await Stripe.Refund(Intent, 10_000, reason);

        var mail = await Mail("$100.00 has been sent back to you");
        Assert.Contains(why, mail.Text, StringComparison.Ordinal);
        Assert.Contains("Your seat stays yours", mail.Text, StringComparison.Ordinal);
        Assert.Contains(reason is null ? "The registrar sent it back." : why, (await enrolled.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_all_of_it_says_that_the_seat_stays_for_now()
    {
        await Paid();

        await Stripe.Refund(Intent);

        Assert.Contains("Your seat stays yours for now", (await Mail("$597.00 has been sent back to you")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_all_of_it_beside_the_seat_says_that_the_seat_stays()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();
        var session = Stripe.Sessions.Single().Id;
        Stripe.Change(session, s => s with { AmountTotal = 69_700 });
        await Stripe.Pay(session);

        Assert.Null(await Decide(OpenCaseKind.AmountDiffers, CaseResolution.Seat, 697m));

        var mail = await Mail("$697.00 is being refunded");
        Assert.Contains("Your seat stays yours.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("for now", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_from_the_dashboard_that_waits_says_it_too()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Stripe.PayByBank(session);
        await Stripe.SucceedDelayed(session);

        await Stripe.Refund(Intent, 10_000, "duplicate");

        var mail = await Mail("$100.00 is being refunded");
        Assert.Contains("because the payment had been made twice", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Your seat stays yours", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rest_of_what_the_policy_gives_back_is_told_as_its_rest()
    {
        var enrolled = await Paid();
        Site.StandIns.Webhooks.HoldBack();
        await Stripe.Refund(Intent, 5_000);

        await Withdraw(enrolled);
        await Site.SendRefunds();

        var mail = await Mail("$457.45 is being refunded");
        Assert.Contains("the refund policy gives back $507.45. $457.45 is the rest of it: $50.00 has been or is being refunded another way", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the sum is what the refund policy gives back", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rest_of_a_second_payment_is_told_and_sent_as_its_rest_from_the_first()
    {
        var (_, second) = await PaidWithAnotherPageOpen();
        Site.StandIns.Webhooks.HoldBack();
        await Stripe.Pay(second);
        await Stripe.Refund(Stripe.PaymentIntents[^1].Id, 10_000);

        await Site.StandIns.Webhooks.DeliverWaiting(events => events);
        await Site.SendRefunds();

        var mail = await Mail("$497.00 is being refunded");
        Assert.Contains("the rest of the second payment: $100.00 went or goes back to you in another way", mail.Text, StringComparison.Ordinal);
        Assert.Equal([10_000L, 49_700L], Stripe.Refunds.Select(r => r.Amount));
        Assert.DoesNotContain(await Subjects(), s => s.Contains("$597.00 is being refunded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_refused_for_lack_of_balance_is_not_on_its_way()
    {
        Stripe.UseUpBalance();
        var ended = await Withdraw(await Paid());
        await Site.SendRefunds();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        var page = await ended.Reload();
        await Stripe.Fund();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        Assert.DoesNotContain("on its way", page.Text, StringComparison.Ordinal);
        Assert.Contains("will be sent as soon as our account at Stripe has enough funds", page.Text, StringComparison.Ordinal);
        Assert.Single(await Subjects(), s => s.Contains("Your refund of $507.45 is delayed", StringComparison.Ordinal));
        Assert.Equal((OpenCaseKind.BalanceShort, false), ((await Cases()).Single().Kind, (await Cases()).Single().IsOpen));
        await Mail("$507.45 has been sent back to you");
    }

    [Fact]
    public async Task Refused_and_then_taken_to_wait_is_told_once()
    {
        Stripe.UseUpBalance();
        await Withdraw(await Paid());
        await Site.SendRefunds();
        await Stripe.Fund();
        Stripe.RunShort();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        Assert.Single(await Subjects(), s => s.Contains("is delayed", StringComparison.Ordinal));
        Assert.True(Assert.Single(await Cases()).IsOpen);
    }
}
