using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

public sealed class DisputedPaymentTests : PaidStory
{
    [Theory]
    [InlineData("needs_response", "won", OrderState.Paid)]
    [InlineData("warning_needs_response", "warning_closed", OrderState.Paid)]
    [InlineData("needs_response", "prevented", OrderState.Paid)]
    [InlineData("needs_response", "lost", OrderState.Refunded)]
    public async Task Leaves_the_seat_alone_however_it_ends(string begins, string ends, OrderState worth)
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);

        var dispute = await Stripe.Dispute(Intent, status: begins);
        Assert.Equal(OpenCaseKind.DisputeOpened, Assert.Single(await Cases()).Kind);
        await Stripe.MoveDispute(dispute.Id, ends);

        Assert.Equal("You are enrolled", (await enrolled.Reload()).Heading);
        Assert.Equal(1, await SeatsTaken(cohort));
        Assert.Equal(worth, await Worth());
        Assert.Equal(ends == "lost" ? [OpenCaseKind.DisputeLost] : [], (await Cases()).Where(c => c.IsOpen).Select(c => c.Kind));
    }

    [Fact]
    public async Task Staff_are_told_of_the_deadline_once()
    {
        await Paid();

        var dispute = await Stripe.Dispute(Intent);
        await Stripe.MoveDispute(dispute.Id, "a_word_of_next_year");

        var mails = await Site.MailsTo("staff@clinic.example");
        Assert.Single(mails, m => m.Subject.Contains("needs a decision: Dispute", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lost_after_a_full_refund_is_worth_nothing_and_not_less()
    {
        await Paid();
        await Stripe.Refund(Intent);

        var dispute = await Stripe.Dispute(Intent);
        await Stripe.CloseDispute(dispute.Id, won: false);

        Assert.Equal(OrderState.Refunded, await Worth());
        Assert.Equal((59_700L, 59_700L), await Sums());
    }

    [Fact]
    public async Task An_appeal_opens_it_again_and_what_is_lost_twice_is_two_cases()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent);
        await Stripe.CloseDispute(dispute.Id, won: false);

        await Stripe.MoveDispute(dispute.Id, "under_review");
        Assert.Equal(OrderState.Disputed, await Worth());
        await Stripe.MoveDispute(dispute.Id, "won");
        Assert.Equal(OrderState.Paid, await Worth());
        Assert.DoesNotContain(await Cases(), c => c.IsOpen);
        await Stripe.MoveDispute(dispute.Id, "lost");

        Assert.Equal(OrderState.Refunded, await Worth());
        Assert.Single(await Cases(), c => c.IsOpen);
    }

    [Fact]
    public async Task A_refund_waits_visibly_while_the_bank_decides_and_leaves_once_it_is_won()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);

        var asked = await (await enrolled.Reload()).Click("Withdraw");
        var ended = await asked.Submit();
        await Site.SendRefunds();

        Assert.Contains("Your bank is disputing a payment", asked.Text, StringComparison.Ordinal);
        Assert.Equal("You have withdrawn", ended.Heading);
        Assert.Contains("It’s waiting for your bank", (await ended.Reload()).Text, StringComparison.Ordinal);
        Assert.Empty(Stripe.Refunds);

        await Stripe.CloseDispute(dispute.Id, won: true);
        await Site.SendRefunds();

        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
    }

    [Fact]
    public async Task A_refund_that_waited_is_given_up_once_the_bank_has_given_the_money_back()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);
        var ended = await Withdraw(await enrolled.Reload());

        await Stripe.CloseDispute(dispute.Id, won: false);
        await Site.SendRefunds();

        Assert.Empty(Stripe.Refunds);
        Assert.Equal(RefundStatus.Cancelled, (await Refunds())[0].Status);
        Assert.Contains("the money went back to you another way", (await ended.Reload()).Text, StringComparison.Ordinal);
        await Mail("Your bank has already given the money back");
        Assert.Equal(OpenCaseKind.DisputeLost, Assert.Single(await Cases(), c => c.IsOpen).Kind);
    }

    [Fact]
    public async Task A_dispute_whose_event_never_came_is_found_when_Stripe_refuses_the_refund()
    {
        var ended = await Withdraw(await Paid());
        Site.StandIns.Webhooks.HoldBack();
        var dispute = await Stripe.Dispute(Intent);
        Site.StandIns.Webhooks.DropWaiting();

        await Site.SendRefunds();
        Assert.Equal(RefundStatus.Requested, (await Refunds())[0].Status);
        Assert.Contains("It’s waiting for your bank", (await ended.Reload()).Text, StringComparison.Ordinal);
        await Site.StandIns.Webhooks.Resume();
        await Stripe.CloseDispute(dispute.Id, won: true);
        await Site.SendRefunds();

        Assert.Equal(RefundStatus.Succeeded, (await Refunds())[0].Status);
        Assert.Single(Stripe.Refunds);
        Assert.DoesNotContain(await Cases(), c => c.Kind == OpenCaseKind.RefundFailed);
    }

    [Fact]
    public async Task An_appeal_after_a_withdrawal_asks_a_person_about_the_refund_that_was_given_up()
    {
        var enrolled = await Paid();
        var dispute = await Stripe.Dispute(Intent);
        var ended = await Withdraw(await enrolled.Reload());
        await Stripe.CloseDispute(dispute.Id, won: false);

        await Stripe.MoveDispute(dispute.Id, "under_review");
        await Site.SendRefunds();
        Assert.Empty(Stripe.Refunds);
        await Stripe.MoveDispute(dispute.Id, "won");
        await Site.StandIns.Webhooks.Deliver(Stripe.Events.Last(e => e.Type == "charge.dispute.closed"));
        await Site.SendRefunds();
        Assert.Empty(Stripe.Refunds);
        Assert.Contains("the registrar will work out your refund", (await ended.Reload()).Text, StringComparison.Ordinal);
        Assert.Null(await Decide(OpenCaseKind.DisputeWonBack, CaseResolution.Refund, 507.45m));
        await Site.SendRefunds();

        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
        Assert.Equal([RefundStatus.Cancelled, RefundStatus.Succeeded], (await Refunds()).Select(r => r.Status));
        Assert.Contains("It has been sent back to the card or account you paid with", (await ended.Reload()).Text, StringComparison.Ordinal);
        await Mail("$507.45 is being refunded");
        Assert.DoesNotContain(await Cases(), c => c.IsOpen);
    }

    [Theory]
    [InlineData("warning_closed")]
    [InlineData("needs_response")]
    public async Task A_refund_in_the_dashboard_during_an_inquiry_is_recorded_and_keeps_the_place(string then)
    {
        var cohort = await Given.OpenCohort();
        var enrolled = await Paid(cohort);
        var inquiry = await Stripe.Dispute(Intent, status: "warning_needs_response");

        await Stripe.Refund(Intent);
        await Stripe.MoveDispute(inquiry.Id, then);

        Assert.Equal((RefundOrigin.Stripe, 59_700L), ((await Refunds()).Single().Origin, (await Refunds()).Single().AmountMinor));
        Assert.Equal((59_700L, 59_700L), await Sums());
        Assert.Equal("You are enrolled", (await enrolled.Reload()).Heading);
        Assert.Equal(1, await SeatsTaken(cohort));
        Assert.Equal(
            then == "warning_closed" ? [OpenCaseKind.RefundedAtStripe] : [OpenCaseKind.RefundedAtStripe, OpenCaseKind.DisputeOpened],
            (await Cases()).Where(c => c.IsOpen).Select(c => c.Kind).Order());
    }

    [Fact]
    public async Task An_inquiry_lets_the_money_go_back()
    {
        var enrolled = await Paid();
        await Stripe.Dispute(Intent, status: "warning_needs_response");

        await Withdraw(await enrolled.Reload());
        await Site.SendRefunds();

        Assert.Equal(50_745, Assert.Single(Stripe.Refunds).Amount);
    }

    [Fact]
    public async Task Two_events_of_one_dispute_at_once_leave_it_where_Stripe_has_it()
    {
        await Paid();
        var dispute = await Stripe.Dispute(Intent);
        Site.StandIns.Webhooks.HoldBack();
        await Stripe.MoveDispute(dispute.Id, "under_review");
        var older = Stripe.Events[^1];
        // While the first event asks Stripe, the dispute is won and the second event overtakes the first.
        Site.StandIns.Faults.Stripe.Next(Fault.While(after: Overtake), path: "/disputes/");

        await Site.StandIns.Webhooks.Deliver(older);

        Assert.Equal((DisputeStatus.Won, "won"), await Site.Db(db => db.Disputes.Select(d => ValueTuple.Create(d.Status, d.StripeStatus)).SingleAsync()));

        async Task Overtake()
        {
            await Stripe.MoveDispute(dispute.Id, "won");
            await Site.StandIns.Webhooks.Deliver(Stripe.Events.Last(e => e.Type == "charge.dispute.closed"));
        }
    }

    private Task<OrderState> Worth() => Site.Db(async db => (await Data.Loading.Whole(db.Enrollments).SingleAsync()).Order.State);

    private Task<(long Paid, long GoneBack)> Sums() => Site.Db(async db =>
    {
        var order = (await Data.Loading.Whole(db.Enrollments).SingleAsync()).Order;
        return (order.Paid.Minor, order.GoneBack.Minor);
    });
}
