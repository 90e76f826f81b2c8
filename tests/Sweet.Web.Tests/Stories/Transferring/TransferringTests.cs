using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Transferring;

public sealed class TransferringTests : TransferStory
{
    [Fact]
    public async Task At_the_same_price_the_seat_moves_at_once_and_emails_and_calendars_follow()
    {
        var (old, to) = await Two();
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);

        var form = await admin.Open(await Address());
        await form.Submit(f => f.Fill("To", To(to, 0)));

        var (from, moved) = await Pair();
        Assert.Contains("No class has begun yet.", form.Text, StringComparison.Ordinal);
        Assert.Equal((EnrollmentStatus.Cancelled, EnrollmentStatus.Confirmed), (from.Status, moved.Status));
        Assert.Equal((0, 1), (await SeatsTaken(old), await SeatsTaken(to)));
        Assert.Contains(await Subjects(), s => s.Contains("You have moved to other dates", StringComparison.Ordinal));
        Assert.Equal("You have moved to other dates", (await Visitor.Open($"/enrollments/{from.LinkToken}")).Heading);
        Assert.Equal("You are enrolled", (await Visitor.Open($"/enrollments/{moved.LinkToken}")).Heading);
        Assert.Empty(Stripe.Refunds);
    }

    [Fact]
    public async Task A_dearer_cohort_is_paid_for_by_link_before_the_old_seat_ends()
    {
        var (old, to) = await Two(price: 69_700);
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);
        await (await admin.Open(await Address())).Submit(f => f.Fill("To", To(to, 10_000)));
        var (from, moved) = await Pair();
        await AskAboutSeat(from.Id);

        Assert.Equal((EnrollmentStatus.Confirmed, EnrollmentStatus.Held), (from.Status, moved.Status));
        Assert.Contains(await Subjects(), s => s.Contains("Move to other dates: $100.00 to pay", StringComparison.Ordinal));

        var page = await Site.NewVisitor().Open($"/enrollments/{moved.LinkToken}");
        await Stripe.Pay(await page.GoToPay());

        (from, moved) = await Pair();
        Assert.Equal((EnrollmentStatus.Cancelled, EnrollmentStatus.Confirmed), (from.Status, moved.Status));
        Assert.Equal((0, 1), (await SeatsTaken(old), await SeatsTaken(to)));
        Assert.Equal($"The seat moved to {moved.Number}.", await Site.Db(db => db.OpenCases.Select(c => c.Reason).SingleAsync()));
    }

    [Fact]
    public async Task After_the_old_seat_has_ended_the_difference_is_refused_and_its_payment_page_closed()
    {
        var (old, to) = await Two(price: 69_700);
        var enrolled = await Paid(old);
        var admin = await StaffVisitor.Admin(Site);
        await (await admin.Open(await Address())).Submit(f => f.Fill("To", To(to, 10_000)));
        var (from, moved) = await Pair();
        var page = await Site.NewVisitor().Open($"/enrollments/{moved.LinkToken}");
        await page.GoToPay();
        await Withdraw(await enrolled.Reload());

        var refused = await page.Submit("Continue to payment");
        await Site.EndHolds();

        Assert.Equal(422, refused.Status);
        Assert.Contains("The seat that you wanted to move from has ended", refused.Alert, StringComparison.Ordinal);
        Assert.DoesNotContain(Stripe.Sessions, s => s.Status == "open");
        Assert.Equal((0, 0), (await SeatsTaken(old), await SeatsTaken(to)));
        Assert.Equal(ExpiryReason.EarlierSeatEnded, (await Pair()).Moved.ExpiredWhy);
        Assert.Contains("its payment link no longer works", (await Mail("Your move to other dates has ended")).Text, StringComparison.Ordinal);
        Assert.Contains("so this one was given back too", (await page.Reload()).Text, StringComparison.Ordinal);
        Assert.Contains($"Transfer to {moved.Number} began", (await admin.Open($"/admin/enrollments/{from.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"Transfer from {from.Number} began", (await admin.Open($"/admin/enrollments/{moved.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_paid_is_asked_for_the_difference_however_many_emails_the_address_got_that_day()
    {
        var (old, to) = await Two(price: 69_700);
        foreach (var another in new[] { await Given.OpenCohort(), await Given.OpenCohort() }) await Visitor.Register(another, Journey.Email);
        await Paid(old);
        var id = await Site.Db(db => db.Enrollments.Where(e => e.CohortId == old.Id).Select(e => e.Id).SingleAsync());

        Assert.Null((await Transfer(id, to, 10_000)).Refusal);

        Assert.Contains(await Subjects(), s => s.Contains("Move to other dates: $100.00 to pay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_email_with_the_link_to_pay_goes_out_however_many_a_stranger_had_used_up()
    {
        var (old, to) = await Two(price: 69_700);
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);
        await Site.NewVisitor().Register(await Given.OpenCohort(firstClassLocal: Later), Journey.Email);

        var page = await admin.Open((await Address()).Replace("/transfers/new", "", StringComparison.Ordinal));
        await page.Submit("Email it to the student");
        await (await admin.Open(await Address())).Submit(f => f.Fill("To", To(to, 10_000)));

        var subjects = await Subjects();
        Assert.Contains(subjects, s => s.EndsWith("The link to your enrollment", StringComparison.Ordinal));
        Assert.Contains(subjects, s => s.Contains("Move to other dates: $100.00 to pay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_paid_in_time_all_stays_as_it_was()
    {
        var (old, to) = await Two(price: 69_700);
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);
        await (await admin.Open(await Address())).Submit(f => f.Fill("To", To(to, 10_000)));

        Site.Pass(TimeSpan.FromHours(73));
        await Site.EndHolds();

        var (from, moved) = await Pair();
        Assert.Equal((EnrollmentStatus.Confirmed, EnrollmentStatus.Expired), (from.Status, moved.Status));
        Assert.Equal((1, 0), (await SeatsTaken(old), await SeatsTaken(to)));
        Assert.Contains(await Subjects(), s => s.Contains("Your seat stays where it was", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cheaper_cohort_sends_the_rest_back()
    {
        var (old, to) = await Two(price: 39_700);
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);

        await (await admin.Open(await Address())).Submit(f => f.Fill("To", To(to, -20_000)));
        await Site.SendRefunds();

        Assert.Equal(20_000, Assert.Single(Stripe.Refunds).Amount);
        Assert.Equal(RefundReason.Transferred, Assert.Single(await Refunds()).Reason);
    }

    [Fact]
    public async Task A_seat_moves_as_often_as_it_has_to_and_its_money_comes_along()
    {
        var (old, to) = await Two(price: 69_700);
        var third = await Given.OpenCohort(price: new Domain.Money(49_700, "USD"), firstClassLocal: Later.AddDays(28));
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);
        await (await admin.Open(await Address())).Submit(f => f.Fill("To", To(to, 10_000)));
        await Stripe.Pay(await (await Site.NewVisitor().Open($"/enrollments/{(await Pair()).Moved.LinkToken}")).GoToPay());

        var form = await admin.Open($"/admin/enrollments/{(await Pair()).Moved.Id}/transfers/new");
        var student = await form.Submit(f => f.Fill("To", To(third, -20_000)));
        await Site.SendRefunds();

        Assert.Contains("Paid $100.00, and $597.00 came along from an earlier seat: $697.00 counts", form.Text, StringComparison.Ordinal);
        Assert.Contains("Transferred from", student.Text, StringComparison.Ordinal);
        Assert.Contains("$497.00 from", student.Fact("Came along"), StringComparison.Ordinal);
        Assert.Equal([10_000L, 10_000L], Stripe.Refunds.Select(r => r.Amount));
        Assert.Equal((0, 0, 1), (await SeatsTaken(old), await SeatsTaken(to), await SeatsTaken(third)));
        Assert.Contains("$497.00 came along", (await admin.Open($"/admin/cohorts/{third.Id}/roster")).Text, StringComparison.Ordinal);
        Assert.Contains(",497.00", (await admin.Open($"/admin/cohorts/{third.Id}/roster.csv")).Body, StringComparison.Ordinal);
        var back = await admin.Open($"{student.Address}/refunds/new");
        Assert.Contains("$497.00 is left", back.Text, StringComparison.Ordinal);
        await back.Submit("End the enrollment, refund $422.45");
        Assert.Equal(42_245, (await Refunds()).Where(r => r.Reason == RefundReason.Staff).Sum(r => r.AmountMinor));
    }

    [Fact]
    public async Task The_page_to_pay_says_that_the_current_seat_stays_and_until_which_day()
    {
        var (old, to) = await Two(price: 69_700);
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);
        var current = await (await admin.Open(await Address())).Submit(f => f.Fill("To", To(to, 10_000)));

        var page = await Site.NewVisitor().Open($"/enrollments/{(await Pair()).Moved.MailedToken}");
        var ended = await page.Submit("Give the seat back");

        Assert.Contains("waits for $100.00 until", current.Text, StringComparison.Ordinal);
        Assert.EndsWith("on Thu, November 26, 2026", page.Heading, StringComparison.Ordinal);
        Assert.Contains("until then your current seat stays yours", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("registers you again", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fill in the form", page.Text, StringComparison.Ordinal);
        Assert.Contains("You gave the seat back. Nothing was charged. Your earlier seat is yours as before.", ended.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiving_wants_a_reason_and_keeps_what_was_chosen()
    {
        var (old, to) = await Two(price: 69_700);
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open(await Address());

        var again = await form.Submit(f => f.Fill("To", To(to, 10_000)).Fill("Difference", "Waive"));
        await again.Submit(f => f.Fill("Reason", "We moved the dates."));

        Assert.Equal((422, "Enter the reason why we waive it"), (again.Status, again.ProblemOf("Reason")));
        Assert.Equal(EnrollmentStatus.Confirmed, (await Pair()).Moved.Status);
    }

    [Fact]
    public async Task Another_sum_than_the_one_that_was_shown_is_asked_about_again()
    {
        var (old, to) = await Two();
        await Paid(old);
        var admin = await StaffVisitor.Admin(Site);
        var form = await admin.Open(await Address());
        await Site.Db(db => db.Cohorts.Where(c => c.Id == to.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PriceMinor, 69_700)));

        var again = await form.Submit(f => f.Fill("To", To(to, 0)));

        Assert.Equal(422, again.Status);
        Assert.Contains("The sum has changed", again.Alert, StringComparison.Ordinal);
        Assert.Equal(1, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    [Fact]
    public async Task Marketing_moves_no_one_and_what_is_not_there_is_not_found()
    {
        await Paid();
        var marketing = await StaffVisitor.Marketing(Site);
        var admin = await StaffVisitor.Admin(Site);

        Assert.Equal(403, (await marketing.Open(await Address())).Status);
        Assert.Equal(404, (await admin.Open("/admin/enrollments/999/transfers/new")).Status);
    }
}
