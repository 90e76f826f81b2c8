using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>A cohort is canceled: everyone is refunded in full and told, whatever happens meanwhile.</summary>
public sealed class CohortCancellationTests : PaidStory
{
    private const string Reason = "Fewer people registered than a good group needs.";

    [Fact]
    public async Task Everyone_is_refunded_in_full_and_told_with_the_reason()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        var held = await Site.NewVisitor().Register(cohort, "held@clinic.example");
        var admin = await StaffVisitor.Admin(Site);

        var page = await (await admin.Open($"/admin/cohorts/{cohort.Id}")).Click("Cancel the cohort");
        var started = await page.Submit("Cancel, refund $597.00", f => f.Fill("Reason", Reason).Fill("Confirm", "2"));
        await Site.Tick<CancellationsWork>();
        var refunding = await admin.Open("/admin/enrollments/1");
        await Site.SendRefunds();
        var done = await started.Reload();

        Assert.Contains("2 people have a seat. $597.00 was paid.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Canceling this cohort", started.Heading);
        Assert.Contains("It was canceled.", (await admin.Open($"/admin/cohorts/{cohort.Id}")).Text, StringComparison.Ordinal);
        var student = await admin.Open("/admin/enrollments/1");
        Assert.DoesNotContain("Next class", student.Text, StringComparison.Ordinal);
        Assert.Equal(("Refund on its way", "Refunded"), (refunding.Fact("State"), student.Fact("State")));
        Assert.Equal(("This cohort is canceled", 0), (done.Heading, await SeatsTaken(cohort)));
        Assert.Equal((59_700, RefundReason.CohortCancelled, RefundStatus.Succeeded), Assert.Single(await Refunds()) switch { var r => (r.AmountMinor, r.Reason, r.Status) });
        Assert.Contains(Reason, (await Mail("We had to cancel your course")).Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", (await Mail("We had to cancel your course")).Attachment("class-meetings.ics").Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is left to be refunded", (await Mail("We had to cancel your course", "held@clinic.example")).Text, StringComparison.Ordinal);
        Assert.Contains("We had to cancel this cohort", (await held.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_canceled_by_a_wrong_number_or_without_a_reason()
    {
        var cohort = await Given.OpenCohort(taken: 2);
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/cohorts/{cohort.Id}/cancellation");

        var wrong = await page.Submit(f => f.Fill("Reason", Reason).Fill("Confirm", "3"));
        var silent = await page.Submit(f => f.Fill("Confirm", "2"));

        Assert.Equal((422, 422), (wrong.Status, silent.Status));
        Assert.Equal(Reason, wrong.MainForm["Reason"]);
        Assert.Equal("Say why, for the people who lose their seat", silent.ProblemOf("Reason"));
        Assert.Equal(CohortStatus.Open, await Site.Db(db => db.Cohorts.Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task Pressed_twice_by_two_people_it_is_done_once()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        var (first, second) = (await StaffVisitor.Admin(Site), await StaffVisitor.Admin(Site, "riley@clinic.example"));
        var pages = new[] { await first.Open($"/admin/cohorts/{cohort.Id}/cancellation"), await second.Open($"/admin/cohorts/{cohort.Id}/cancellation") };

        var answers = await Task.WhenAll(pages.Select(p => p.Submit(f => f.Fill("Reason", Reason).Fill("Confirm", "1"))));
        await Site.Tick<CancellationsWork>();
        await Site.Tick<CancellationsWork>();
        await Site.SendRefunds();

        Assert.All(answers, a => Assert.Equal(200, a.Status));
        Assert.Single(await Refunds());
        Assert.Single(await Subjects(), s => s.Contains("We had to cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_progress_adds_up_and_leads_to_each_student_and_to_the_case_of_a_refund_that_failed()
    {
        var cohort = await Given.OpenCohort();
        await Paid(cohort);
        Stripe.RunShort();
        await Cancel(cohort);
        await Site.Tick<CancellationsWork>();
        await Site.SendRefunds();
        await Stripe.FailRefund(Stripe.Refunds.Single().Id);
        var admin = await StaffVisitor.Admin(Site, "riley@clinic.example");
        Site.Statements.Take();

        var page = await admin.Open($"/admin/cohorts/{cohort.Id}/cancellation");

        Assert.InRange(Site.Statements.Take().Count, 1, 8);
        Assert.Equal("$0.00 of $597.00 has been sent. One refund failed and is a case now; nothing is lost.", page.Fact("Refunded"));
        Assert.Equal(200, (await page.Click("Ana Ortiz")).Status);
        Assert.Contains("$597.00 did not go back", (await page.Click("Case 2")).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_that_arrives_after_the_cancellation_comes_back()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        var session = await held.GoToPay();
        await Cancel(cohort);

        await Stripe.Pay(session);
        await Site.Tick<CancellationsWork>();
        await Site.SendRefunds();

        Assert.Equal(0, await SeatsTaken(cohort));
        Assert.Equal((RefundReason.CohortCancelled, RefundStatus.Succeeded), Assert.Single(await Refunds()) switch { var r => (r.Reason, r.Status) });
        Assert.Equal(0, await Open());
    }

    [Fact]
    public async Task What_a_bank_has_not_paid_yet_is_said_to_be_on_its_way_and_then_back()
    {
        var cohort = await Given.OpenCohort();
        var session = await (await Visitor.Register(cohort, Journey.Email)).GoToPay();
        await Stripe.PayByBank(session);
        await Cancel(cohort);
        await Site.Tick<CancellationsWork>();
        var admin = await StaffVisitor.Admin(Site, "riley@clinic.example");

        var waiting = await admin.Open($"/admin/cohorts/{cohort.Id}/cancellation");
        await Stripe.SucceedDelayed(session);
        await Site.SendRefunds();
        var back = await waiting.Reload();

        Assert.Contains("a bank payment is on its way: refunded once it arrives", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("$597.00 on its way", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_that_arrives_while_the_seats_end_never_keeps_one()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        var session = await held.GoToPay();
        await Cancel(cohort);

        var arriving = Stripe.Pay(session);
        await Site.Tick<CancellationsWork>();
        await arriving;
        Site.Pass(TimeSpan.FromMinutes(2));
        await Site.Tick<CancellationsWork>();
        await Site.SendRefunds();

        Assert.Equal((0, 0), (await SeatsTaken(cohort), await Open()));
        Assert.DoesNotContain(await Subjects(), s => s.Contains("You are enrolled", StringComparison.Ordinal));
        Assert.Equal(Stripe.PaymentIntents.Count(i => i.Status == "succeeded"), (await Refunds()).Count(r => r.Status == RefundStatus.Succeeded));
    }

    [Fact]
    public async Task A_held_seat_waits_until_stripe_says_that_its_page_has_ended()
    {
        var cohort = await Given.OpenCohort();
        await (await Visitor.Register(cohort, Journey.Email)).GoToPay();
        await Cancel(cohort);
        Site.StandIns.Faults.Stripe.Always(Fault.ServerError);

        await Site.Tick<CancellationsWork>();
        var whileSilent = await SeatsTaken(cohort);
        Site.StandIns.Faults.Stripe.Clear();
        Site.Pass(TimeSpan.FromMinutes(2));
        await Site.Tick<CancellationsWork>();

        Assert.Equal((1, 0), (whileSilent, await SeatsTaken(cohort)));
        Assert.Single(await Subjects(), s => s.Contains("We had to cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_canceled_cohort_takes_nobody_anymore_and_lets_nobody_pay()
    {
        var cohort = await Given.OpenCohort();
        var held = await Visitor.Register(cohort, Journey.Email);
        var form = await Site.NewVisitor().Open($"/cohorts/{cohort.Reference}/enrollments/new");
        await Cancel(cohort);

        var late = await form.Submit(f => f.FillIn());
        var pay = await held.Submit("Continue to payment");

        Assert.NotEqual(200, late.Status);
        Assert.Null(pay.LeadsTo);
        Assert.Equal(1, await Site.Db(db => db.Enrollments.CountAsync()));
    }

    private async Task Cancel(Cohort cohort)
    {
        var admin = await StaffVisitor.Admin(Site);
        var page = await admin.Open($"/admin/cohorts/{cohort.Id}/cancellation");
        Assert.Equal(200, (await page.Submit(f => f.Fill("Reason", Reason).Fill("Confirm", "1"))).Status);
    }

    private Task<int> Open() => Site.Db(db => db.Set<CancelledSeat>().CountAsync(s => s.DoneAtUtc == null));
}
