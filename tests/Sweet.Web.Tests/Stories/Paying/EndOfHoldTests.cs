using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

public sealed class EndOfHoldTests : Story
{
    private static readonly TimeSpan PastTheHold = TimeSpan.FromMinutes(36);

    [Fact]
    public async Task A_hold_that_was_never_paid_ends_and_one_button_registers_again()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();
        Site.Pass(PastTheHold);

        await Site.EndHolds();

        var ended = await held.Reload();
        Assert.Equal("The seat is no longer held for you", ended.Heading);
        Assert.Contains("nothing was charged", Assert.Single(await Site.MailsTo(Journey.Email)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("expired", Site.StandIns.Stripe.Sessions.Single().Status);
        var again = await ended.Submit("Register again");
        Assert.StartsWith("Your seat is held until", again.Heading, StringComparison.Ordinal);
        Assert.Contains(Journey.Email, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_in_the_last_moment_confirms_instead()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        Site.Pass(PastTheHold);

        await Site.EndHolds();

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task The_page_says_that_the_student_gave_the_seat_back()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var ended = await held.Submit("Give the seat back");

        Assert.Contains("You gave the seat back. Nothing was charged.", ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_money_takes_a_seat_that_is_free()
    {
        var held = await HeldWhosePageWasNeverSaved();
        await held.Submit("Give the seat back");

        await Site.StandIns.Stripe.Pay(Site.StandIns.Stripe.Sessions.Single().Id);

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task Late_money_without_a_seat_goes_back_in_full_with_an_apology()
    {
        var held = await HeldWhosePageWasNeverSaved(seats: 1);
        await held.Submit("Give the seat back");
        await Site.NewVisitor().Register(await Site.Db(db => db.Cohorts.SingleAsync()), "other@clinic.example");

        await Site.StandIns.Stripe.Pay(Site.StandIns.Stripe.Sessions.Single().Id);
        // Whoever does not choose to wait in line.
        Site.Pass(await Site.Db(db => db.Refunds.Select(r => r.NextAttemptAtUtc).SingleAsync()) - Site.Now);
        await Site.SendRefunds();

        Assert.Contains("refunded in full", (await held.Reload()).Text, StringComparison.Ordinal);
        Assert.Equal(59_700, Assert.Single(Site.StandIns.Stripe.Refunds).Amount);
        Assert.Contains(await Site.MailsTo(Journey.Email), m => m.Text!.Contains("$597.00", StringComparison.Ordinal));
        Assert.Equal(RefundStatus.Succeeded, await Site.Db(db => db.Refunds.Select(r => r.Status).SingleAsync()));
    }

    [Fact]
    public async Task Both_checkouts_paid_confirms_once_and_refunds_the_other()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.StoredServerError(workIsDone: true));
        await held.Submit("Continue to payment");
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        await Site.StandIns.Stripe.Pay(Site.StandIns.Stripe.Sessions.Single(s => s.Status == "open").Id);
        await Site.SendRefunds();

        var page = await held.Reload();
        Assert.Equal("You are enrolled", page.Heading);
        Assert.Contains("The payment of $597.00 arrived", page.Text, StringComparison.Ordinal);
        Assert.Equal([PaymentDecision.Confirms, PaymentDecision.RefundPaidTwice], await Site.Db(db => db.Payments.OrderBy(p => p.Id).Select(p => p.Decision!.Value).ToListAsync()));
        Assert.Single(Site.StandIns.Stripe.Refunds);
    }

    [Fact]
    public async Task The_expiry_of_an_old_checkout_never_touches_the_seat_of_a_later_one()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var old = await held.GoToPay();
        await Site.StandIns.Stripe.Expire(old);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());
        await Site.StandIns.Webhooks.DeliverNext("checkout.session.completed");

        await Site.StandIns.Webhooks.DeliverWaiting();

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task A_late_attempt_moves_the_hold_but_not_for_ever()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        for (var attempt = 0; attempt < 4; attempt++)
        {
            await Site.StandIns.Stripe.Expire(await held.GoToPay());
            Site.Pass(TimeSpan.FromMinutes(20));
        }

        var refused = await held.Submit("Continue to payment");
        Assert.Equal(422, refused.Status);
        Assert.Contains("too little time left", refused.Alert, StringComparison.Ordinal);
        Assert.Equal(3, await Site.Db(db => db.Enrollments.Select(e => e.HoldMoves).SingleAsync()));
    }

    [Fact]
    public async Task Giving_the_seat_back_frees_it_at_once()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();

        var ended = await held.Submit("Give the seat back");

        Assert.Equal("The seat is no longer held for you", ended.Heading);
        Assert.Equal("expired", Site.StandIns.Stripe.Sessions.Single().Status);
        Assert.Equal(0, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task Giving_the_seat_back_after_paying_keeps_it()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        Assert.Equal("You are enrolled", (await held.Submit("Give the seat back")).Heading);
    }

    [Fact]
    public async Task The_end_of_a_hold_racing_with_its_payment_does_exactly_one_of_the_two()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();

        // Before the session ends by itself, so that either may come first.
        await Task.WhenAll(held.Submit("Give the seat back"), Site.StandIns.Stripe.TryPay(session));

        var (status, taken) = await Site.Db(db => db.Enrollments.Select(e => ValueTuple.Create(e.Status, e.Cohort.SeatsTaken)).SingleAsync());
        var paid = Site.StandIns.Stripe.PaymentIntents.Any(p => p.Status == "succeeded");
        Assert.Equal(paid ? (EnrollmentStatus.Confirmed, 1) : (EnrollmentStatus.Expired, 0), (status, taken));
    }

    // Stripe did the work, and its answer was lost: a page that can be paid stands behind an attempt without an address.
    private async Task<Page> HeldWhosePageWasNeverSaved(int seats = 30)
    {
        var held = await Visitor.Register(await Given.OpenCohort(seats), Journey.Email);
        Site.StandIns.Faults.Stripe.Next(Fault.StoredServerError(workIsDone: true));
        await held.Submit("Continue to payment");
        return held;
    }
}
