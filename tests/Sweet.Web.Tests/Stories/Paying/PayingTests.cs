using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

public sealed class PayingTests : Story
{
    [Fact]
    public async Task A_reader_registers_pays_and_is_confirmed_by_mail_with_a_calendar()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();

        await Site.StandIns.Stripe.Pay(session);

        var landed = await Visitor.Open(Site.StandIns.Stripe.Session(session).SuccessUrl!);
        Assert.Equal("You are enrolled", landed.Heading);
        var mail = Assert.Single(await Site.MailsTo(Journey.Email));
        Assert.Contains("$597.00", mail.Text, StringComparison.Ordinal);
        Assert.Equal(6, mail.Attachments.Single().Text.Split("BEGIN:VEVENT").Length - 1);
    }

    [Fact]
    public async Task The_session_carries_our_price_number_and_address()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var session = Site.StandIns.Stripe.Session(await held.GoToPay());

        var enrollment = await Site.Db(db => db.Enrollments.SingleAsync());
        Assert.Equal(59_700, session.AmountTotal);
        Assert.Equal("usd", session.Currency);
        Assert.Equal(enrollment.Number, session.ClientReferenceId);
        Assert.Equal(Journey.Email, session.CustomerEmail);
        Assert.Equal(enrollment.HeldUntilUtc, session.ExpiresAt.UtcDateTime);
        Assert.StartsWith("https://sweet.test/enrollments/", session.SuccessUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_twice_or_in_two_tabs_opens_one_session_and_holds_one_seat()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var first = await held.GoToPay();
        var second = await held.GoToPay();

        Assert.Equal(first, second);
        Assert.Single(Site.StandIns.Stripe.Sessions);
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task Two_presses_at_the_same_moment_open_one_session()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => held.Submit("Continue to payment")));

        Assert.Single(answers.Select(a => a.LeadsTo).Distinct());
        Assert.Single(Site.StandIns.Stripe.Sessions);
    }

    [Fact]
    public async Task Coming_back_unpaid_shows_the_seat_still_held()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();

        var back = await Visitor.Open(Site.StandIns.Stripe.Session(session).CancelUrl!);

        Assert.StartsWith("Your seat is held until", back.Heading, StringComparison.Ordinal);
        Assert.Contains("Continue to payment", back.Buttons);
    }

    [Fact]
    public async Task A_declined_card_changes_nothing_and_another_may_be_tried()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();

        await Site.StandIns.Stripe.Decline(session);
        await Site.StandIns.Stripe.Pay(await held.GoToPay());

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task The_landing_page_settles_by_itself_when_no_webhook_has_come()
    {
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.Pay(session);

        var landed = await Visitor.Open(Site.StandIns.Stripe.Session(session).SuccessUrl!);
        var again = await landed.Reload();

        Assert.Equal("You are enrolled", landed.Heading);
        Assert.Equal("You are enrolled", again.Heading);
        Assert.Single(await Site.MailsTo(Journey.Email));
    }

    [Fact]
    public async Task The_landing_page_never_says_confirmed_before_it_is()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await held.GoToPay();

        var landed = await Visitor.Open($"{held.Address}/landing");

        Assert.StartsWith("Your seat is held until", landed.Heading, StringComparison.Ordinal);
        Assert.Equal(EnrollmentStatus.Held, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_bank_that_takes_days_keeps_the_seat_and_confirms_later()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.PayByBank(session);

        Assert.Equal("Your bank is still working on it", (await held.Reload()).Heading);
        Site.Pass(TimeSpan.FromDays(3));
        await Site.EndHolds();
        await Site.StandIns.Stripe.SucceedDelayed(session);

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
    }

    [Fact]
    public async Task A_bank_that_does_not_pay_frees_the_seat_and_says_so_by_mail()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Site.StandIns.Stripe.PayByBank(session);

        await Site.StandIns.Stripe.FailDelayed(session);

        var page = await held.Reload();
        Assert.Equal("The seat is no longer held for you", page.Heading);
        Assert.Contains("Your bank did not make the payment", page.Text, StringComparison.Ordinal);
        Assert.Contains("Register again", page.Buttons);
        Assert.Single(await Site.MailsTo(Journey.Email));
        Assert.Equal(0, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task An_amount_that_was_not_asked_for_keeps_the_seat_and_becomes_an_open_case()
    {
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        await Site.StandIns.Stripe.PayOther(await held.GoToPay(), amount: 50_000);

        Site.Pass(TimeSpan.FromDays(1));
        await Site.EndHolds();

        Assert.Equal("Your payment arrived, and someone is looking into it", (await held.Reload()).Heading);
        Assert.Equal(OpenCaseKind.AmountDiffers, await Site.Db(db => db.OpenCases.Select(c => c.Kind).SingleAsync()));
        Assert.Contains("500.00 USD arrived", Assert.Single(await Site.MailsTo("staff@clinic.example")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }
}
