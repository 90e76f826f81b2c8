using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Sandbox.Faults;
using Sweet.Web.Features.Students.Checkouts;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

public sealed class ReconciliationTests : Story
{
    [Fact]
    public async Task A_webhook_that_never_came_changes_nothing_but_the_delay()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Webhooks.DropNext(count: 10);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        await Site.Reconcile();
        await Site.Reconcile();

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Single(await Site.MailsTo(Journey.Email));
    }

    [Fact]
    public async Task A_bank_payment_is_followed_without_webhooks()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.PayByBank(session);
        await Site.Reconcile();
        var meanwhile = (await held.Reload()).Heading;
        await Site.StandIns.Stripe.SucceedDelayed(session);

        await Site.Reconcile();

        Assert.Equal("Your bank is still working on it", meanwhile);
        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task One_session_that_cannot_be_asked_does_not_stop_the_others()
    {
        Site.StandIns.Webhooks.HoldBack();
        var cohort = await Given.OpenCohort();
        var first = await Visitor.Register(cohort);
        var second = await Site.NewVisitor().Register(cohort);
        await Site.StandIns.Stripe.Pay(await first.GoToPay());
        await Site.StandIns.Stripe.Pay(await second.GoToPay());
        Site.StandIns.Faults.Stripe.Next(Fault.ServerError, times: 3);

        await Site.Reconcile();

        Assert.Equal("You are enrolled", (await second.Reload()).Heading);
    }

    [Fact]
    public async Task A_crash_between_the_answer_of_Stripe_and_our_save_leaves_one_session()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        using var crash = new CancellationTokenSource();
        Site.StandIns.Faults.Stripe.Next(Fault.While(after: crash.CancelAsync));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Site.Do<StartCheckout, CheckoutResult>(useCase => useCase.Start(held.Token(), crash.Token)));
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        Assert.Single(Site.StandIns.Stripe.Sessions);
        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_payment_that_names_an_enrollment_and_a_cohort_we_do_not_have_becomes_an_open_case()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        await Site.Db(db => db.Checkouts.ExecuteDeleteAsync());
        await Site.Db(db => db.Enrollments.ExecuteUpdateAsync(set => set.SetProperty(e => e.Number, "IPT-ANOTHER")));
        await Site.Db(db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Reference, "another")));

        await Site.StandIns.Webhooks.DeliverWaiting();

        Assert.Single(await Site.Db(db => db.OpenCases.ToListAsync()));
    }
}
