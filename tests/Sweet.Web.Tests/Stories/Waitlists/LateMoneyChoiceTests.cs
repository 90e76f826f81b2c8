using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Waitlists;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Waitlists;

/// <summary>Late money of a full cohort goes back by itself, unless its payer chooses to wait in line with it.</summary>
public sealed class LateMoneyChoiceTests : LateMoneyStory
{
    [Fact]
    public async Task Page_and_letter_say_until_when_the_payer_may_choose_and_nothing_is_sent_before()
    {
        var (page, _, _) = await PaidLate();
        await Rounds();

        Assert.Equal("Your payment came after the last seat was taken", page.Heading);
        Assert.Contains("$597.00 arrived after your hold had ended", page.Text, StringComparison.Ordinal);
        Assert.Equal([Wait, SendBack], page.Buttons.Where(b => b is Wait or SendBack));
        Assert.Contains("You’ll be refunded $597.00, unless you choose", (await Mail("Your payment came after the last seat")).Text, StringComparison.Ordinal);
        Assert.Empty(Stripe.Refunds);
    }

    [Fact]
    public async Task Whoever_does_not_choose_is_refunded_by_itself()
    {
        var (page, _, _) = await PaidLate();

        await PassChoice();
        await Rounds();

        AssertAllWentBackOnce();
        Assert.Contains("refunded in full", (await page.Reload()).Text, StringComparison.Ordinal);
        Assert.Contains("$597.00", (await Mail("has been sent back to you")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Site.Db(db => db.WaitlistEntries.CountAsync()));
    }

    [Fact]
    public async Task One_press_sends_it_back_at_once_and_a_second_one_nothing_more()
    {
        var (page, _, _) = await PaidLate();

        var after = await page.Submit(SendBack);
        await page.Submit(SendBack);
        await Rounds();

        Assert.DoesNotContain(Wait, after.Buttons);
        AssertAllWentBackOnce();
    }

    [Fact]
    public async Task The_choice_ends_before_the_refund_is_sent()
    {
        var (page, _, _) = await PaidLate();

        Site.Pass((await FirstRefund()).ChooseUntilUtc!.Value - Site.Now);
        var refused = await page.Submit(Wait);
        await Rounds();

        Assert.Equal(422, refused.Status);
        Assert.Contains("The time to choose is over", refused.Alert, StringComparison.Ordinal);
        Assert.Empty(Stripe.Refunds);
        Assert.Equal(PaymentDecision.RefundNoSeat, await Decision());
    }

    [Fact]
    public async Task Whoever_chooses_to_wait_is_in_line_and_the_payment_stays()
    {
        var (page, cohort, _) = await PaidLate();

        var waits = await page.Submit(Wait);
        await page.Submit(Wait);
        await PassChoice();
        await Rounds();

        Assert.Equal("You are number 1 in line", waits.Heading);
        Assert.Contains("Your payment of $597.00 waits here with you", waits.Text, StringComparison.Ordinal);
        Assert.Contains("you chose to wait in line with this payment", waits.Text, StringComparison.Ordinal);
        Assert.Contains("your payment stays with us", (await Mail("You are on the waitlist")).Text, StringComparison.Ordinal);
        Assert.Equal((WaitlistStatus.Waiting, PaymentDecision.WaitsInLine), ((await Entry(Journey.Email)).Status, await Decision()));
        Assert.Empty(Stripe.Refunds);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task News_of_the_payment_that_repeat_change_nothing_of_the_choice()
    {
        await WaitsPaid();

        await Site.StandIns.Webhooks.Deliver(Stripe.Events.Last(e => e.Type == "checkout.session.completed"));
        await Site.Reconcile();
        await Rounds();

        Assert.Equal((PaymentDecision.WaitsInLine, RefundStatus.Cancelled), (await Decision(), (await Refunds()).Single().Status));
        Assert.Empty(Stripe.Refunds);
    }

    [Fact]
    public async Task Nobody_may_choose_where_no_one_can_wait_any_more()
    {
        var (page, cohort, _) = await PaidLate();
        await Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, Domain.Courses.CohortStatus.Closed)));

        var refused = await page.Submit(Wait);

        Assert.Equal(422, refused.Status);
        Assert.Contains("Registration for these dates is closed", refused.Alert, StringComparison.Ordinal);
        Assert.DoesNotContain(Wait, refused.Buttons);
    }

    [Fact]
    public async Task A_payment_that_a_bank_contests_does_not_wait()
    {
        var (page, _, _) = await PaidLate();
        await Stripe.Dispute(Intent);

        var refused = await page.Submit(Wait);

        Assert.Equal((422, PaymentDecision.RefundNoSeat), (refused.Status, await Decision()));
    }

    [Fact]
    public async Task A_seat_that_is_free_again_is_theirs_by_the_same_press()
    {
        var (page, cohort, seated) = await PaidLate();
        await GiveBack(seated);

        var enrolled = await (await page.Reload()).Submit("Take the seat with my payment");

        Assert.Equal("You are enrolled", enrolled.Heading);
        Assert.Equal((PaymentDecision.Confirms, 1), (await Decision(), await SeatsTaken(cohort)));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Whoever_waits_already_keeps_the_place_and_those_behind_stay_behind()
    {
        var (page, cohort, seated) = await PaidLate();
        await Join(cohort, Journey.Email);
        await Join(cohort, Noor);

        var waits = await page.Submit(Wait);
        await GiveBack(seated);
        await OfferSeats();

        Assert.Equal("You are number 1 in line", waits.Heading);
        Assert.Equal((EnrollmentStatus.Confirmed, WaitlistStatus.Waiting), ((await Late()).Status, (await Entry(Noor)).Status));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Whoever_is_offered_a_seat_already_has_it_at_once()
    {
        var (page, cohort, seated) = await PaidLate();
        await Join(cohort, Journey.Email);
        await GiveBack(seated);
        await OfferSeats();

        var enrolled = await (await page.Reload()).Submit("Take the seat with my payment");

        Assert.Equal("You are enrolled", enrolled.Heading);
        Assert.Equal((WaitlistStatus.Accepted, 1), ((await Entry(Journey.Email)).Status, await SeatsTaken(cohort)));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task An_offer_whose_time_is_over_ends_first_and_the_payment_waits_at_the_end()
    {
        var (page, cohort, seated) = await PaidLate();
        await Join(cohort, Journey.Email);
        await Join(cohort, Noor);
        await GiveBack(seated);
        await OfferSeats();
        await Site.Db(db => db.WaitlistEntries.Where(e => e.EmailKey == Journey.Email)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.OfferEndsAtUtc, Site.Now)));

        var waits = await page.Submit(Wait);

        Assert.Equal("You are number 2 in line", waits.Heading);
        Assert.Equal(WaitlistStatus.Offered, (await Entry(Noor)).Status);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task A_place_that_was_asked_for_and_not_confirmed_is_confirmed_by_the_press()
    {
        var (page, cohort, _) = await PaidLate();
        await Ask(cohort, Journey.Email);

        var waits = await page.Submit(Wait);

        Assert.Equal("You are number 1 in line", waits.Heading);
        Assert.Equal(1, await Site.Db(db => db.WaitlistEntries.CountAsync()));
        await AssertSeatsAgree(cohort);
    }

    [Theory]
    [InlineData("line-payments")]
    [InlineData("line-payment-returns")]
    public async Task Opening_the_address_of_a_button_changes_nothing(string address)
    {
        var (page, _, _) = await PaidLate();

        var opened = await Visitor.Open($"{page.Address}/{address}");

        Assert.Equal(page.Address, opened.Address);
        Assert.Equal((PaymentDecision.RefundNoSeat, RefundStatus.Requested), (await Decision(), (await Refunds()).Single().Status));
    }

    [Fact]
    public async Task Where_no_line_is_money_goes_back_at_once_as_before()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var (page, second) = await PaidWithAnotherPageOpen(cohort);
        await Stripe.Pay(second);
        await Site.SendRefunds();

        AssertAllWentBackOnce();
        Assert.DoesNotContain(Wait, (await page.Reload()).Buttons);
    }
}
