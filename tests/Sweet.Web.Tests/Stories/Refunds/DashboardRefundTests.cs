using Sweet.Domain.Cases;
using Sweet.Domain.Refunds;
using Sweet.Web.Cases;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>Refunds that somebody makes in Stripe's dashboard.</summary>
public sealed class DashboardRefundTests : PaidStory
{
    [Fact]
    public async Task A_partial_one_before_our_own_keeps_the_place_is_told_and_is_taken_off()
    {
        var enrolled = await Paid();

        await Stripe.Refund(Intent, amount: 10_000);
        var page = await enrolled.Reload();
        await Withdraw(page);
        await Site.SendRefunds();

        Assert.Equal("You are enrolled", page.Heading);
        Assert.Empty(await Cases());
        Assert.Equal([(RefundOrigin.Stripe, 10_000L), (RefundOrigin.Us, 40_745)], (await Refunds()).Select(r => (r.Origin, r.AmountMinor)));
        await Mail("$100.00 has been sent back to you");
    }

    [Fact]
    public async Task A_full_one_before_our_own_leaves_nothing_to_give_back()
    {
        var enrolled = await Paid();
        await Stripe.Refund(Intent);

        var asked = await (await enrolled.Reload()).Click("Withdraw");
        var ended = await asked.Submit();
        await Site.SendRefunds();

        Assert.Equal("You have withdrawn", ended.Heading);
        Assert.Single(await Refunds());
        Assert.Equal(OpenCaseKind.RefundedAtStripe, Assert.Single(await Cases()).Kind);
    }

    [Fact]
    public async Task One_after_our_own_is_recorded_once_and_opens_no_case()
    {
        await Withdraw(await Paid());
        await Site.SendRefunds();

        await Stripe.Refund(Intent);
        foreach (var happened in Stripe.Events.Where(e => e.Type.StartsWith("refund.", StringComparison.Ordinal)).Reverse().ToList())
            await Site.StandIns.Webhooks.Deliver(happened);

        Assert.Equal([50_745L, 8_955], (await Refunds()).Select(r => r.AmountMinor));
        Assert.Empty(await Cases());
    }

    [Theory]
    [InlineData(5_000L, 45_745L)]
    [InlineData(50_745L, null)]
    [InlineData(59_700L, null)]
    public async Task One_that_we_have_not_heard_of_is_part_of_what_the_rule_gives_back(long atStripe, long? sent)
    {
        var enrolled = await Paid();
        await Site.StandIns.Webhooks.Idle();
        Site.StandIns.Webhooks.HoldBack();
        await Stripe.Refund(Intent, atStripe);

        await Withdraw(enrolled);
        await Site.SendRefunds();
        await Site.SendRefunds();

        Assert.Equal(sent is null ? [atStripe] : new[] { atStripe, sent.Value }, Stripe.Refunds.Select(r => r.Amount));
        Assert.DoesNotContain(Site.StandIns.Calls.All, call => call is { Service: "stripe", Method: "POST", Status: >= 400 });
        Assert.Contains(await Subjects(), s => s.Contains(sent is null ? "already gone back" : "$457.45 is being refunded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_payment_that_went_back_before_we_heard_of_it_enrolls_nobody()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var held = await Visitor.Register(cohort, Journey.Email);
        var session = await held.GoToPay();
        Site.StandIns.Webhooks.HoldBack();
        await Stripe.Pay(session);
        await Stripe.Refund(Intent);

        foreach (var happened in Stripe.Events.ToList()) await Site.StandIns.Webhooks.Deliver(happened);

        Assert.Equal(0, await SeatsTaken(cohort));
        Assert.Equal((RefundOrigin.Stripe, 59_700L), (await Refunds()).Select(r => (r.Origin, r.AmountMinor)).Single());
        Assert.DoesNotContain(await Subjects(), s => s.Contains("enrolled", StringComparison.Ordinal));
        await Mail("$597.00 has been sent back to you");
        Assert.Empty(await Cases());
    }

    [Theory]
    [InlineData(null, new long[] { 59_700 })]
    [InlineData(20_000L, new long[] { 20_000, 30_745 })]
    public async Task One_that_overtakes_our_own_leaves_only_what_is_owed_beyond_it(long? amount, long[] sent)
    {
        var ended = await Withdraw(await Paid());
        Site.StandIns.Webhooks.HoldBack();
        Site.Pass(TimeSpan.FromSeconds(5));
        await Stripe.Refund(Intent, amount);

        await Site.SendRefunds();
        Site.Pass(TimeSpan.FromSeconds(5));
        await Site.SendRefunds();

        Assert.Equal(sent, Stripe.Refunds.Select(r => r.Amount));
        Assert.Empty(await Cases());
        Assert.DoesNotContain(await Subjects(), s => s.Contains("has not reached you", StringComparison.Ordinal));
        Assert.Contains("the money went back to you another way", (await ended.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_withdraws_after_a_full_one_closes_the_case_that_asked_about_the_place()
    {
        var enrolled = await Paid();
        await Stripe.Refund(Intent);

        await Withdraw(await enrolled.Reload());

        Assert.Equal((OpenCaseKind.RefundedAtStripe, CaseResolution.Healed), ((await Cases()).Single().Kind, (await Cases()).Single().Resolution!.Value));
    }

    [Fact]
    public async Task A_place_that_staff_end_after_a_full_one_is_told_with_its_calendar()
    {
        var enrolled = await Paid();
        await Stripe.Refund(Intent);
        var caseId = (await Cases()).Single().Id;

        await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(caseId, new CaseDecision(CaseResolution.Refund, "They asked for it by phone."), Domain.Tests.Some.Staff, default));

        var mail = await Mail("Your enrollment has ended");
        Assert.Contains("the payment for it has gone back to you", mail.Text, StringComparison.Ordinal);
        Assert.Contains("text/calendar", mail.Attachments.Single().Type, StringComparison.Ordinal);
        Assert.Equal("This enrollment has ended", (await enrolled.Reload()).Heading);
    }

    [Fact]
    public async Task One_that_is_told_before_its_payment_settles_both()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Stripe.Pay(await held.GoToPay());
        await Stripe.Refund(Intent);

        await Site.StandIns.Webhooks.DeliverWaiting(events => events.Reverse());

        Assert.Equal("The seat is no longer held for you", (await held.Reload()).Heading);
        Assert.Equal((RefundOrigin.Stripe, 59_700L), ((await Refunds()).Single().Origin, (await Refunds()).Single().AmountMinor));
        Assert.Empty(await Cases());
    }
}
