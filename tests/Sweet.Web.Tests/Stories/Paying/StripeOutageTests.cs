using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

public sealed class StripeOutageTests : Story
{
    /// <summary>More than Stripe.net tries by itself.</summary>
    private const int EveryTry = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private PlannedFaults Stripe => Site.StandIns.Faults.Stripe;

    [Fact]
    public async Task A_500_says_what_to_do_and_the_button_works_again()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.ServerError, EveryTry);

        var failed = await held.Submit("Continue to payment");
        var session = await failed.GoToPay();

        Assert.Equal(503, failed.Status);
        Assert.Contains("your seat stays held", failed.Alert, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", failed.Title, StringComparison.Ordinal);
        await Site.StandIns.Stripe.Pay(session);
        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task An_address_that_Stripe_does_not_take_is_told_and_mended()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.Db(db => db.Enrollments.ExecuteUpdateAsync(set => set.SetProperty(e => e.Email, "ana@localhost")));

        var refused = await held.Submit("Continue to payment");
        await Site.Db(db => db.Enrollments.ExecuteUpdateAsync(set => set.SetProperty(e => e.Email, Journey.Email)));
        await refused.GoToPay();

        Assert.Equal(422, refused.Status);
        Assert.Contains("does not accept your email address", refused.Alert, StringComparison.Ordinal);
        Assert.Equal([CheckoutStatus.Failed, CheckoutStatus.Open], await Site.Db(db => db.Checkouts.OrderBy(c => c.Attempt).Select(c => c.Status).ToListAsync()));
    }

    [Fact]
    public async Task A_call_that_Stripe_refuses_is_told_as_such_and_the_next_attempt_takes_a_new_key()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.BadRequest);

        var failed = await held.Submit("Continue to payment");
        await failed.GoToPay();

        Assert.Equal(422, failed.Status);
        Assert.Contains("trying again won’t help", failed.Alert, StringComparison.Ordinal);
        Assert.Equal(2, await Site.Db(db => db.Checkouts.Select(c => c.IdempotencyKey).Distinct().CountAsync()));
    }

    [Fact]
    public async Task A_call_that_is_still_under_way_at_Stripe_is_not_made_twice()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.Conflict, EveryTry);

        var failed = await held.Submit("Continue to payment");
        await failed.GoToPay();

        Assert.Equal(503, failed.Status);
        Assert.Single(Site.StandIns.Stripe.Sessions);
        Assert.Equal(1, await Site.Db(db => db.Checkouts.CountAsync()));
    }

    [Fact]
    public async Task A_500_that_Stripe_keeps_under_the_key_does_not_stop_the_next_attempt()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.StoredServerError(workIsDone: true));

        Assert.Equal(503, (await held.Submit("Continue to payment")).Status);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Equal([CheckoutStatus.Failed, CheckoutStatus.Complete], await Site.Db(db => db.Checkouts.OrderBy(c => c.Attempt).Select(c => c.Status).ToListAsync()));
    }

    [Fact]
    public async Task Too_many_requests_are_asked_again_under_the_same_key()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.RateLimited());

        Assert.Equal(503, (await held.Submit("Continue to payment")).Status);
        await held.GoToPay();

        Assert.Single(Site.StandIns.Stripe.Sessions);
        Assert.Equal(1, await Site.Db(db => db.Checkouts.CountAsync()));
    }

    [Fact]
    public async Task No_answer_within_eight_seconds_is_told_and_the_hold_stays()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.Hang);

        var pressing = held.Submit("Continue to payment");
        await Stripe.Hanging;
        Site.Pass(TimeSpan.FromSeconds(8));
        var failed = await pressing;

        Assert.Equal(503, failed.Status);
        Assert.Equal(EnrollmentStatus.Held, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
        await failed.GoToPay();
    }

    [Fact]
    public async Task An_answer_lost_after_the_work_is_found_again_under_the_key()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.BreakAfter, EveryTry);

        Assert.Equal(503, (await held.Submit("Continue to payment")).Status);
        await held.GoToPay();

        Assert.Single(Site.StandIns.Stripe.Sessions);
    }

    [Fact]
    public async Task A_key_that_Stripe_has_forgotten_is_not_used_again()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Stripe.Next(Fault.BreakAfter, EveryTry);
        await held.Submit("Continue to payment");

        Site.Pass(TimeSpan.FromHours(25));
        await held.GoToPay();

        Assert.Equal(2, Site.StandIns.Stripe.Sessions.Count);
        Assert.Equal([CheckoutStatus.Failed, CheckoutStatus.Open], await Site.Db(db => db.Checkouts.OrderBy(c => c.Attempt).Select(c => c.Status).ToListAsync()));
    }

    [Fact]
    public async Task A_landing_while_Stripe_is_down_says_that_the_money_is_safe()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.Pay(session);
        Stripe.Next(Fault.ServerError, EveryTry);

        var landed = await Visitor.Open($"{held.Address}/landing");
        var later = await landed.Click("Check again");

        Assert.Equal("We are waiting for the payment service", landed.Heading);
        Assert.Equal("You are enrolled", later.Heading);
    }

    [Fact]
    public async Task Giving_the_seat_back_waits_no_longer_than_one_call_may_take()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        Stripe.Next(Fault.While(before: () => PassSeconds(6)), path: "/expire");
        Stripe.Next(Fault.Hang);

        var pressing = held.Submit("Give the seat back");
        await Stripe.Hanging;
        await PassSeconds(2);

        Assert.Equal(503, (await pressing.WaitAsync(Patience)).Status);
    }

    [Fact]
    public async Task A_hold_does_not_end_while_Stripe_cannot_agree()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();
        Site.Pass(TimeSpan.FromMinutes(36));
        Stripe.Next(Fault.ServerError, EveryTry);

        await Site.EndHolds();
        var meanwhile = await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync());
        await Site.EndHolds();

        Assert.Equal(1, meanwhile);
        Assert.Equal(0, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    private Task PassSeconds(int seconds)
    {
        Site.Pass(TimeSpan.FromSeconds(seconds));
        return Task.CompletedTask;
    }
}
