using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Waitlists;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Waitlists;

/// <summary>What becomes of a place in line that late money waits with: a seat, or all of the money goes back.</summary>
public sealed class PaidPlaceTests : LateMoneyStory
{
    private const string Why = "Asked us to.";

    [Fact]
    public async Task The_seat_is_theirs_when_it_is_their_turn_and_nothing_else_is_asked()
    {
        var (page, cohort, seated) = await WaitsPaid();

        await GiveBack(seated);
        await Rounds();
        await Rounds();

        var enrolled = await page.Reload();
        Assert.Equal("You are enrolled", enrolled.Heading);
        Assert.Contains("The payment of $597.00 arrived", enrolled.Text, StringComparison.Ordinal);
        Assert.Single(await Subjects(), s => s.Contains("You are enrolled", StringComparison.Ordinal));
        Assert.Equal((WaitlistStatus.Accepted, PaymentDecision.Confirms), ((await Entry(Journey.Email)).Status, await Decision()));
        Assert.Empty(Stripe.Refunds);
        Assert.Equal(1, await SeatsTaken(cohort));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Money_does_not_jump_the_line()
    {
        var (page, cohort, seated) = await PaidLate();
        await Join(cohort, Noor);

        var waits = await page.Submit(Wait);
        await GiveBack(seated);
        await Rounds();

        Assert.Equal("You are number 2 in line", waits.Heading);
        Assert.Equal((WaitlistStatus.Offered, EnrollmentStatus.Expired), ((await Entry(Noor)).Status, (await Late()).Status));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task More_capacity_seats_whoever_has_paid()
    {
        var (_, cohort, _) = await WaitsPaid();

        await Change(cohort, set => set.SetProperty(c => c.Capacity, 2));
        await Rounds();

        Assert.Equal((EnrollmentStatus.Confirmed, 2), ((await Late()).Status, await SeatsTaken(cohort)));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Another_price_since_changes_nothing_of_what_was_paid()
    {
        var (page, cohort, seated) = await WaitsPaid();
        await Change(cohort, set => set.SetProperty(c => c.PriceMinor, 2 * Price));

        await GiveBack(seated);
        await Rounds();

        Assert.Contains("The payment of $597.00 arrived", (await page.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_line_refunds_in_full_and_twice_is_once()
    {
        var (page, cohort, _) = await WaitsPaid();

        var left = await page.Submit(Leave);
        await page.Submit(Leave);
        await Rounds();

        Assert.Contains("refunded in full", left.Text, StringComparison.Ordinal);
        AssertAllWentBackOnce();
        Assert.Equal((WaitlistStatus.Left, PaymentDecision.RefundNoSeat), ((await Entry(Journey.Email)).Status, await Decision()));
        Assert.Single(await Subjects(), s => s.Contains("$597.00 is being refunded", StringComparison.Ordinal));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task The_page_of_the_place_leads_out_of_the_line_too()
    {
        await WaitsPaid();
        var place = await Visitor.Open($"/waitlist-entries/{(await Entry(Journey.Email)).Token}");

        await place.Submit(Leave);
        await Rounds();

        Assert.Contains("Your payment waits here with you", place.Text, StringComparison.Ordinal);
        AssertAllWentBackOnce();
    }

    [Fact]
    public async Task The_end_of_registration_sends_the_money_back_and_keeps_the_place()
    {
        var (page, cohort, seated) = await WaitsPaid();
        await Change(cohort, set => set.SetProperty(c => c.RegistrationClosesAtUtc, Site.Now));
        await GiveBack(seated);

        await Rounds();

        AssertAllWentBackOnce();
        Assert.Contains("refunded in full", (await page.Reload()).Text, StringComparison.Ordinal);
        Assert.Equal(WaitlistStatus.Waiting, (await Entry(Journey.Email)).Status);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task A_canceled_cohort_sends_the_money_back()
    {
        var (_, cohort, _) = await WaitsPaid();
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open($"/admin/cohorts/{cohort.Id}/cancellation");

        await form.Submit(f => f.Fill("Reason", "Fewer people registered than a good group needs.").Fill("Confirm", "1"));
        await Rounds();

        AssertAllWentBackOnce();
        Assert.Contains("What you paid goes back to you in full", (await Mail("The dates you are on the waitlist for are canceled")).Text, StringComparison.Ordinal);
        Assert.Equal(WaitlistStatus.Left, (await Entry(Journey.Email)).Status);
    }

    [Fact]
    public async Task Whoever_found_a_seat_in_another_way_gets_the_money_back()
    {
        var (_, cohort, _) = await WaitsPaid();
        await Change(cohort, set => set.SetProperty(c => c.Capacity, 3));
        await Given.Enrollment(cohort, Journey.Email);
        await Change(cohort, set => set.SetProperty(c => c.Capacity, 2));

        await Rounds();

        AssertAllWentBackOnce();
        Assert.Equal(WaitlistStatus.Left, (await Entry(Journey.Email)).Status);
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task A_refund_in_Stripes_dashboard_leaves_the_place_and_a_part_of_it_brings_the_rest()
    {
        var (_, cohort, seated) = await WaitsPaid();

        await Stripe.Refund(Intent, 10_000);
        await Rounds();
        await GiveBack(seated);
        await Rounds();

        Assert.Equal([10_000, Price - 10_000], Stripe.Refunds.Select(r => r.Amount));
        Assert.Equal((WaitlistStatus.Offered, EnrollmentStatus.Expired), ((await Entry(Journey.Email)).Status, (await Late()).Status));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Money_that_a_bank_contests_pays_for_no_seat_and_goes_back_once_the_bank_gives_in()
    {
        var (_, cohort, seated) = await WaitsPaid();

        var dispute = await Stripe.Dispute(Intent);
        await GiveBack(seated);
        await Rounds();
        var sentWhileContested = Stripe.Refunds.Count;
        await Stripe.CloseDispute(dispute.Id, won: true);
        await Rounds();

        Assert.Equal(0, sentWhileContested);
        AssertAllWentBackOnce();
        Assert.Equal((WaitlistStatus.Offered, EnrollmentStatus.Expired), ((await Entry(Journey.Email)).Status, (await Late()).Status));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task A_dispute_that_the_bank_won_sends_nothing_twice()
    {
        await WaitsPaid();

        await Stripe.CloseDispute((await Stripe.Dispute(Intent)).Id, won: false);
        await Rounds();

        Assert.Empty(Stripe.Refunds);
        Assert.Equal(PaymentDecision.RefundNoSeat, await Decision());
    }

    [Fact]
    public async Task Staff_see_that_it_is_paid_and_the_seat_that_they_give_is_theirs_at_once()
    {
        var (_, cohort, seated) = await PaidLate();
        await Join(cohort, Noor);
        await (await Visitor.Open(await PageAddress())).Submit(Wait);
        var admin = await StaffVisitor.Admin(Site);
        await GiveBack(seated);

        var line = await admin.Open($"/admin/cohorts/{cohort.Id}/waitlist");
        var student = await line.Click("paid: Ana Ortiz");
        var roster = await admin.Open($"/admin/cohorts/{cohort.Id}/roster");
        var overview = await admin.Open("/staff");
        var given = await (await line.Click("Give a seat to Ana Ortiz")).Submit(f => f.Fill("Reason", Why));

        Assert.Contains("the payment came late and waits with a spot in the waitlist", student.Text, StringComparison.Ordinal);
        Assert.Contains("In line, paid", roster.Text, StringComparison.Ordinal);
        Assert.Contains("1 late payment waits in line", overview.Text, StringComparison.Ordinal);
        Assert.Contains($"had paid, and got the seat: {Why}", given.Text, StringComparison.Ordinal);
        Assert.Equal((EnrollmentStatus.Confirmed, WaitlistStatus.Waiting), ((await Late()).Status, (await Entry(Noor)).Status));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Taken_out_of_the_line_by_staff_it_goes_back()
    {
        await WaitsPaid();
        var admin = await StaffVisitor.Admin(Site);

        await (await admin.Open($"/admin/waitlist-entries/{(await Entry(Journey.Email)).Id}/removals/new")).Submit(f => f.Fill("Reason", Why));
        await Rounds();

        AssertAllWentBackOnce();
    }

    [Fact]
    public async Task Staff_send_all_of_it_back_or_nothing()
    {
        await WaitsPaid();
        var admin = await StaffVisitor.Admin(Site);
        var refunds = $"/admin/enrollments/{(await Late()).Id}/refunds/new";

        var part = await admin.Open($"{refunds}?How=Other&Amount=100&EndsSeat=false");
        var all = await admin.Open($"{refunds}?How=All&EndsSeat=false");
        await all.Submit(f => f.Fill("Reason", Why));
        await Rounds();

        Assert.Contains("Send back all of it, or nothing", part.Alert, StringComparison.Ordinal);
        AssertAllWentBackOnce();
        Assert.Equal((PaymentDecision.RefundNoSeat, WaitlistStatus.Waiting), (await Decision(), (await Entry(Journey.Email)).Status));
    }

    [Fact]
    public async Task Nobody_is_erased_while_their_money_waits()
    {
        await WaitsPaid();
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/enrollments/{(await Late()).Id}/erasures/new");

        Assert.False(page.HasForm);
    }

    [Fact]
    public async Task A_second_late_payment_goes_back_at_once()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var held = await Visitor.Register(cohort, Journey.Email);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Site.StandIns.Faults.Stripe.Next(Fault.StoredServerError(workIsDone: true));
            await held.Submit("Continue to payment");
        }

        await held.Submit("Give the seat back");
        await Given.Enrollment(cohort);
        foreach (var session in Stripe.Sessions.Select(s => s.Id).ToList()) await Stripe.Pay(session);
        await (await held.Reload()).Submit(Wait);
        await Rounds();

        AssertAllWentBackOnce();
        Assert.Equal(
            [PaymentDecision.RefundNoSeat, PaymentDecision.WaitsInLine],
            (await Site.Db(db => db.Payments.Select(p => p.Decision!.Value).ToListAsync())).Order());
    }

    private async Task<string> PageAddress() => $"/enrollments/{(await Late()).LinkToken}";

    private Task<int> Change(Cohort cohort, Action<UpdateSettersBuilder<Cohort>> change) =>
        Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).ExecuteUpdateAsync(change));
}
