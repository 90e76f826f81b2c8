using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Reconciling;

/// <summary>No webhook comes in any of these: what happened is found object by object.</summary>
public sealed class BothDirectionsTests : Story
{
    /// <summary>More than Stripe.net tries by itself.</summary>
    private const int EveryTry = 3;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Site.StandIns.Webhooks.HoldBack();
    }

    [Fact]
    public async Task A_session_whose_answer_was_lost_is_found_once_it_is_paid()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.BreakAfter, EveryTry);
        await held.Submit("Continue to payment");
        await Site.StandIns.Stripe.Pay(Site.StandIns.Stripe.Sessions.Single().Id);

        await Site.Reconcile();

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task A_refund_of_the_dashboard_is_found()
    {
        var held = await Paid();
        await Site.StandIns.Stripe.Refund(Site.StandIns.Stripe.PaymentIntents.Single().Id, amount: 10_000);

        await Site.Reconcile();
        await Site.Reconcile();

        Assert.Equal(RefundOrigin.Stripe, await Site.Db(db => db.Refunds.Select(r => r.Origin).SingleAsync()));
        Assert.Contains("$100.00", (await held.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_that_fails_days_after_it_succeeded_is_found()
    {
        await Paid();
        var refund = await Site.StandIns.Stripe.Refund(Site.StandIns.Stripe.PaymentIntents.Single().Id, amount: 10_000);
        await Site.Reconcile();
        var before = await Site.Db(db => db.Refunds.Select(r => r.Status).SingleAsync());
        Site.Pass(TimeSpan.FromDays(20));
        await Site.StandIns.Stripe.FailRefund(refund.Id);

        await Site.Reconcile();

        Assert.Equal(RefundStatus.Succeeded, before);
        Assert.Equal(RefundStatus.Failed, await Site.Db(db => db.Refunds.Select(r => r.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_dispute_is_found_and_followed_to_its_end()
    {
        await Paid();
        var dispute = await Site.StandIns.Stripe.Dispute(Site.StandIns.Stripe.PaymentIntents.Single().Id);
        await Site.Reconcile();
        var before = await Site.Db(db => db.Disputes.Select(d => d.Status).SingleAsync());
        Site.Pass(TimeSpan.FromDays(60));
        await Site.StandIns.Stripe.CloseDispute(dispute.Id, won: false);

        await Site.Reconcile();

        Assert.Equal(DisputeStatus.Open, before);
        Assert.Equal(DisputeStatus.Lost, await Site.Db(db => db.Disputes.Select(d => d.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_bank_that_pays_a_session_which_we_never_knew_is_found_days_later()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.BreakAfter, EveryTry);
        await held.Submit("Continue to payment");
        var session = Site.StandIns.Stripe.Sessions.Single().Id;
        await Site.StandIns.Stripe.PayByBank(session);
        await Site.Reconcile();
        var meanwhile = (await held.Reload()).Heading;
        Site.Pass(TimeSpan.FromDays(5));
        await Site.StandIns.Stripe.SucceedDelayed(session);

        await Site.Reconcile();

        Assert.Equal("Your bank is still working on it", meanwhile);
        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task An_attempt_that_the_database_has_lost_is_claimed_by_what_the_session_says()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        await Site.Db(db => db.Checkouts.ExecuteDeleteAsync());

        await Site.Reconcile();

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Empty(await Site.Db(db => db.OpenCases.ToListAsync()));
    }

    [Fact]
    public async Task An_endpoint_that_is_switched_off_for_three_days_loses_nothing()
    {
        var cohort = await Given.OpenCohort();
        List<Page> pages = [];
        for (var day = 0; day < 3; day++)
        {
            var held = await Site.NewVisitor().Register(cohort);
            await Site.StandIns.Stripe.Pay(await held.GoToPay());
            pages.Add(held);
            Site.Pass(TimeSpan.FromDays(1));
        }

        await Site.Reconcile();

        foreach (var page in pages) Assert.Equal("You are enrolled", (await page.Reload()).Heading);
        Assert.Equal(3, await Site.Db(db => db.Enrollments.CountAsync(e => e.Status == EnrollmentStatus.Confirmed)));
    }

    private async Task<Page> Paid()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        await Site.Reconcile();
        return held;
    }
}
