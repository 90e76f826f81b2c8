using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests;
using Sweet.Domain.Transfers;
using Sweet.Web.Tests.Stories.Waitlists;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Stories.Cohorts;

/// <summary>Whose cohort is canceled moves to another one, where staff choose so and a seat is free there.</summary>
public sealed class CanceledSeatMoveTests : WaitlistStory
{
    private const string Reason = "Fewer people registered than a good group needs.";

    private static readonly DateTime Later = new(2027, 3, 2, 18, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public async Task One_moves_with_all_that_was_paid_and_the_other_is_refunded()
    {
        var (cohort, other) = await Two(price: 49_700);
        await Paid(cohort);
        await Paid(cohort, "ben@clinic.example", Site.NewVisitor());
        var page = await (await StaffVisitor.Admin(Site)).Open($"/admin/cohorts/{cohort.Id}/cancellation");

        var sums = await page.Submit("Show the sums", f => f.Fill("ForAll", $"{other.Id}").Fill("People[1].What", "2:0"));
        var started = await sums.Submit("Cancel, refund $697.00, transfer 1", f => f.Fill("Reason", Reason).Fill("Confirm", "2"));
        await Work();
        var done = await started.Reload();

        Assert.Contains("Moves to IPT, March 2, 2027; the difference is refunded", sums.Text, StringComparison.Ordinal);
        Assert.Equal(("This cohort is canceled", 0, 1), (done.Heading, await SeatsTaken(cohort), await SeatsTaken(other)));
        Assert.Contains("moved to IPT, March 2, 2027", done.Text, StringComparison.Ordinal);
        Assert.Equal(
            [(10_000, RefundReason.Transferred), (59_700, RefundReason.CohortCancelled)],
            (await Refunds()).Select(r => (r.AmountMinor, r.Reason)).Order());
        var told = await Mail("You have moved to other dates");
        Assert.Contains("We had to cancel the dates that you were enrolled for.", told.Text, StringComparison.Ordinal);
        Assert.Contains(Reason, told.Text, StringComparison.Ordinal);
        Assert.Single(await Subjects(), s => s.Contains("You are enrolled", StringComparison.Ordinal) && s.Contains("March 2", StringComparison.Ordinal));
        Assert.Single(await Subjects("ben@clinic.example"), s => s.Contains("We had to cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_one_pays_more_and_pressed_with_other_choices_than_were_shown_nothing_happens()
    {
        var (cohort, other) = await Two(price: 99_700);
        await Paid(cohort);
        var page = await (await StaffVisitor.Admin(Site)).Open($"/admin/cohorts/{cohort.Id}/cancellation");

        var shown = await page.Submit(f => f.Fill("Reason", Reason).Fill("Confirm", "1").Fill("ForAll", $"{other.Id}"));
        Assert.Equal((422, CohortStatus.Open), (shown.Status, await Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).Select(c => c.Status).SingleAsync())));
        Assert.Equal(Reason, shown.MainForm["Reason"]);
        await shown.Submit("Cancel, refund $0.00, transfer 1");
        await Work();

        Assert.Empty(await Refunds());
        var moved = await Site.Db(db => db.Enrollments.Include(e => e.Order).ThenInclude(o => o.Lines).SingleAsync(e => e.CohortId == other.Id));
        Assert.Equal((EnrollmentStatus.Confirmed, 0), (moved.Status, moved.Order.Total.Minor));
    }

    [Fact]
    public async Task Who_finds_the_other_cohort_full_by_then_is_refunded_in_full_and_the_row_says_so()
    {
        var (cohort, other) = await Two(seats: 1);
        await Paid(cohort);
        await Paid(cohort, "ben@clinic.example", Site.NewVisitor());
        var page = await (await StaffVisitor.Admin(Site)).Open($"/admin/cohorts/{cohort.Id}/cancellation");
        var sums = await page.Submit("Show the sums", f => f.Fill("ForAll", $"{other.Id}"));
        var started = await sums.Submit("Cancel, refund $597.00, transfer 1", f => f.Fill("Reason", Reason).Fill("Confirm", "2"));
        await Given.Enrollment(other, "quick@clinic.example");

        await Work();
        var done = await started.Reload();

        Assert.Contains("Refund in full: the seats there go to those who registered earlier", sums.Text, StringComparison.Ordinal);
        Assert.Contains("given back: IPT, March 2, 2027 was full by then", done.Text, StringComparison.Ordinal);
        Assert.Equal((0, 1), (await SeatsTaken(cohort), await SeatsTaken(other)));
        Assert.Equal([59_700, 59_700], (await Refunds()).Select(r => r.AmountMinor));
        Assert.Equal(TransferRefusal.Full, await Site.Db(db => db.Set<CancelledSeat>().Where(s => s.TransferToId != null).Select(s => s.NotMovedBecause).SingleAsync()));
    }

    [Fact]
    public async Task Two_cohorts_that_move_into_the_last_seat_at_once_fill_it_once()
    {
        var (cohort, other) = await Two(seats: 1);
        var third = await Given.OpenCohort(reference: "third", firstClassLocal: Later.AddDays(-7));
        await Paid(cohort);
        await Paid(third, "ben@clinic.example", Site.NewVisitor());
        var admin = await StaffVisitor.Admin(Site);
        foreach (var from in new[] { cohort, third }) await Cancel(admin, from, other);

        await Task.WhenAll(Site.Tick<CancellationsWork>(), Site.Tick<CancellationsWork>());
        await Work();

        Assert.Equal((0, 0, 1), (await SeatsTaken(cohort), await SeatsTaken(third), await SeatsTaken(other)));
        Assert.Equal(1, await Site.Db(db => db.Enrollments.CountAsync(e => e.CohortId == other.Id)));
        Assert.Single(await Refunds());
        Assert.Equal(0, await Site.Db(db => db.Set<CancelledSeat>().CountAsync(s => s.DoneAtUtc == null)));
    }

    [Fact]
    public async Task Who_waits_in_line_is_told_and_the_line_ends()
    {
        var (cohort, _) = await Full();
        await Join(cohort, "noor@clinic.example");
        var page = await (await StaffVisitor.Admin(Site)).Open($"/admin/cohorts/{cohort.Id}/cancellation");

        await page.Submit(f => f.Fill("Reason", Reason).Fill("Confirm", "1"));
        await Work();

        var told = await Mail("waitlist for are canceled", "noor@clinic.example");
        Assert.Contains(Reason, told.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Site.Db(db => db.Cohorts.Select(c => c.Waiting).SingleAsync()));
        Assert.Contains("not in line", (await Site.NewVisitor().Open($"/waitlist-entries/{(await Entry("noor@clinic.example")).Token}")).Text, StringComparison.Ordinal);
    }

    private async Task<(Cohort Cohort, Cohort Other)> Two(int seats = 30, long price = 59_700) =>
        (await Given.OpenCohort(), await Given.OpenCohort(seats, price: Some.Price with { Minor = price }, reference: "later", firstClassLocal: Later));

    private static async Task Cancel(StaffVisitor admin, Cohort cohort, Cohort to)
    {
        var page = await admin.Open($"/admin/cohorts/{cohort.Id}/cancellation");
        var sums = await page.Submit("Show the sums", f => f.Fill("ForAll", $"{to.Id}"));
        Assert.Equal(200, (await sums.Submit("Cancel, refund $0.00, transfer 1", f => f.Fill("Reason", Reason).Fill("Confirm", "1"))).Status);
    }

    private async Task Work()
    {
        await Site.Tick<CancellationsWork>();
        await Site.SendRefunds();
    }
}
