using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

public sealed class RefundTests : Story
{
    private const int EveryTry = 3;

    private PlannedFaults Stripe => Site.StandIns.Faults.Stripe;

    [Fact]
    public async Task An_answer_that_was_lost_makes_no_second_refund()
    {
        await PaidTwice();
        Stripe.Next(Fault.BreakAfter, EveryTry, path: "/refunds");

        await Site.SendRefunds();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        await AssertRefundedOnce();
    }

    [Fact]
    public async Task A_failure_that_Stripe_keeps_is_looked_behind_before_a_new_key()
    {
        await PaidTwice();
        Stripe.Next(Fault.StoredServerError(workIsDone: true), path: "/refunds");

        await Site.SendRefunds();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        await AssertRefundedOnce();
    }

    [Fact]
    public async Task A_failure_that_Stripe_keeps_without_the_work_is_asked_for_anew()
    {
        await PaidTwice();
        Stripe.Next(Fault.StoredServerError(), path: "/refunds");

        await Site.SendRefunds();
        Site.Pass(TimeSpan.FromMinutes(5));
        await Site.SendRefunds();

        await AssertRefundedOnce();
    }

    [Fact]
    public async Task A_key_older_than_a_day_is_not_used_again()
    {
        await PaidTwice();
        Stripe.Next(Fault.BreakAfter, EveryTry, path: "/refunds");
        await Site.SendRefunds();

        Site.Pass(TimeSpan.FromHours(25));
        await Site.SendRefunds();

        await AssertRefundedOnce();
    }

    [Fact]
    public async Task Two_instances_at_once_make_one_refund()
    {
        await PaidTwice();

        await Task.WhenAll(Site.SendRefunds(), Site.SendRefunds());

        await AssertRefundedOnce();
    }

    [Fact]
    public async Task A_refund_that_waits_for_balance_is_followed_to_its_end()
    {
        Site.StandIns.Stripe.RunShort();
        await PaidTwice();
        await Site.SendRefunds();
        var waiting = await Site.Db(db => db.Refunds.Select(r => r.Status).SingleAsync());
        Site.StandIns.Webhooks.HoldBack();
        await Site.StandIns.Stripe.Fund();

        await Site.Reconcile();

        Assert.Equal(RefundStatus.Pending, waiting);
        await AssertRefundedOnce(mails: 4);
    }

    [Fact]
    public async Task A_refund_that_the_bank_returns_becomes_an_open_case()
    {
        await PaidTwice();
        await Site.SendRefunds();

        await Site.StandIns.Stripe.FailRefund(Site.StandIns.Stripe.Refunds.Single().Id);

        Assert.Equal(RefundStatus.Failed, await Site.Db(db => db.Refunds.Select(r => r.Status).SingleAsync()));
        Assert.Equal(OpenCaseKind.RefundFailed, await Site.Db(db => db.OpenCases.Select(c => c.Kind).SingleAsync()));
    }

    [Fact]
    public async Task A_partial_refund_in_the_dashboard_keeps_the_place_and_is_shown()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        await Site.StandIns.Stripe.Refund(Site.StandIns.Stripe.PaymentIntents.Single().Id, amount: 10_000);

        var page = await held.Reload();
        Assert.Equal("You are enrolled", page.Heading);
        Assert.Contains("$100.00", page.Text, StringComparison.Ordinal);
        Assert.Equal(RefundOrigin.Stripe, await Site.Db(db => db.Refunds.Select(r => r.Origin).SingleAsync()));
        Assert.Equal(0, await Site.Db(db => db.OpenCases.CountAsync()));
    }

    [Fact]
    public async Task A_full_refund_in_the_dashboard_keeps_the_place_and_becomes_an_open_case()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        await Site.StandIns.Stripe.Refund(Site.StandIns.Stripe.PaymentIntents.Single().Id);

        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
        Assert.Equal(OpenCaseKind.RefundedAtStripe, await Site.Db(db => db.OpenCases.Select(c => c.Kind).SingleAsync()));
    }

    [Fact]
    public async Task A_refund_that_is_told_before_its_payment_settles_both()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        await Site.StandIns.Stripe.Refund(Site.StandIns.Stripe.PaymentIntents.Single().Id, amount: 10_000);

        await Site.StandIns.Webhooks.DeliverWaiting(events => events.Reverse());

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Equal(1, await Site.Db(db => db.Refunds.CountAsync()));
        Assert.Equal(1, await Site.Db(db => db.Payments.CountAsync()));
    }

    [Fact]
    public async Task A_dispute_is_recorded_and_leaves_the_seat_alone_and_a_lost_one_becomes_an_open_case()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        var dispute = await Site.StandIns.Stripe.Dispute(Site.StandIns.Stripe.PaymentIntents.Single().Id);
        await Site.StandIns.Stripe.MoveDispute(dispute.Id, "a_word_of_next_year");
        await Site.StandIns.Stripe.CloseDispute(dispute.Id, won: false);

        Assert.Equal(DisputeStatus.Lost, await Site.Db(db => db.Disputes.Select(d => d.Status).SingleAsync()));
        Assert.Equal(OpenCaseKind.DisputeLost, await Site.Db(db => db.OpenCases.Where(c => c.ResolvedAtUtc == null).Select(c => c.Kind).SingleAsync()));
        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    private async Task PaidTwice()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.StoredServerError(workIsDone: true));
        await held.Submit("Continue to payment");
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        await Site.StandIns.Stripe.Pay(Site.StandIns.Stripe.Sessions.Single(s => s.Status == "open").Id);
    }

    private async Task AssertRefundedOnce(int mails = 3)
    {
        Assert.Equal(59_700, Assert.Single(Site.StandIns.Stripe.Refunds).Amount);
        Assert.Equal(RefundStatus.Succeeded, await Site.Db(db => db.Refunds.Select(r => r.Status).SingleAsync()));
        Assert.Equal(mails, (await Site.MailsTo(Journey.Email)).Count);
    }
}
