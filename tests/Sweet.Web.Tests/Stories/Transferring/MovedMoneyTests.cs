using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests;
using Sweet.Web.Features.Staff.EnrollmentRefunds;
using Sweet.Web.Seating;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Stories.Transferring;

/// <summary>A seat that came from another cohort has no payment of its own: its money lies with the earlier one, and goes back from there.</summary>
public sealed class MovedMoneyTests : PaidStory
{
    [Fact]
    public async Task Staff_send_it_back_and_follow_it_on_the_page_of_the_seat_that_there_is()
    {
        var moved = await Moved();
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/enrollments/{moved.EnrollmentId}/refunds/new");
        var list = await page.Submit("End the enrollment, refund $507.45");
        await Site.SendRefunds();
        list = await list.Reload();

        Assert.Contains("$507.45 goes back to Visa card ending in 4242. It leaves within a minute", page.Text, StringComparison.Ordinal);
        Assert.Contains("$597.00 came along from an earlier seat", list.Text, StringComparison.Ordinal);
        Assert.Contains("to Visa card ending in 4242 Succeeded", list.Text, StringComparison.Ordinal);
        var student = await admin.Open($"/admin/enrollments/{moved.EnrollmentId}");
        var token = await Site.Db(db => db.Enrollments.Where(e => e.Id == moved.EnrollmentId).Select(e => e.LinkToken).SingleAsync());
        var receipt = await Visitor.Open($"/enrollments/{token}/receipt");
        var note = await receipt.Click("CN-2026-0001");
        Assert.Equal(("2026-0001", "CN-2026-0001"), (student.Fact("Receipt"), student.Fact("Credit note")));
        Assert.Contains("For receipt 2026-0001", note.Text, StringComparison.Ordinal);
        Assert.Equal((50_745, RefundReason.Staff), Assert.Single(await Refunds()) switch { var r => (r.AmountMinor, r.Reason) });
    }

    [Fact]
    public async Task Its_cohort_canceled_all_of_it_goes_back()
    {
        var moved = await Moved();
        var admin = await StaffVisitor.Admin(Site);

        var page = await admin.Open($"/admin/cohorts/{moved.CohortId}/cancellation");
        await page.Submit("Cancel, refund $597.00", f => f.Fill("Reason", "The teacher is ill.").Fill("Confirm", "1"));
        await Site.Tick<CancellationsWork>();
        await Site.SendRefunds();

        Assert.Equal((59_700, RefundStatus.Succeeded), Assert.Single(await Refunds()) switch { var r => (r.AmountMinor, r.Status) });
        Assert.Contains("$597.00", (await Mail("We had to cancel your course")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_that_is_lost_later_asks_about_the_seat_that_there_is()
    {
        var moved = await Moved();
        var admin = await StaffVisitor.Admin(Site);
        var dispute = await Stripe.Dispute(Stripe.PaymentIntents.Single().Id);
        await Stripe.CloseDispute(dispute.Id, won: false);

        var id = await Site.Db(db => db.OpenCases.Where(c => c.Kind == OpenCaseKind.DisputeLost).Select(c => c.Id).SingleAsync());
        var page = await admin.Open($"/admin/cases/{id}");
        var done = await page.Submit(f => f.Fill("As", nameof(CaseResolution.Refund)).Fill("Reason", "The bank has it."));

        var seat = await Site.Db(db => db.Enrollments.SingleAsync(e => e.Id == moved.EnrollmentId));
        Assert.Contains(seat.Number, page.Text, StringComparison.Ordinal);
        Assert.Contains("which has moved here", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, done.Status);
        Assert.Equal((EnrollmentStatus.Cancelled, CancellationReason.Disputed), (seat.Status, seat.CancelledWhy));
        Assert.Empty(await Refunds());
    }

    [Fact]
    public async Task Who_withdraws_is_not_given_twice_what_staff_gave_back_before()
    {
        var moved = await Moved();
        var part = new StaffRefund(RefundSum.Other, EndsSeat: false) { Amount = 100, Reason = "One class was canceled." };
        Assert.True((await Site.Do<SendBack, SendBackOutcome?>(send => send.As(moved.EnrollmentId, part, Some.Staff, default)))!.IsDone);

        await Withdraw(await Site.NewVisitor().Open($"/enrollments/{await Site.Db(db => db.Enrollments.Where(e => e.Id == moved.EnrollmentId).Select(e => e.LinkToken).SingleAsync())}"));
        await Site.SendRefunds();

        Assert.Equal([10_000, 40_745], Stripe.Refunds.Select(r => r.Amount).Order());
    }

    /// <returns>The seat after the move.</returns>
    private async Task<(int EnrollmentId, int CohortId)> Moved()
    {
        await Paid(await Given.OpenCohort());
        var to = await Given.OpenCohort(price: new Money(59_700, "USD"), firstClassLocal: new DateTime(2027, 2, 9, 19, 0, 0, DateTimeKind.Unspecified));
        var id = await Site.Db(db => db.Enrollments.Select(e => e.Id).SingleAsync());
        var result = await Site.Do<TransferStudent, TransferResult>(t => t.Transfer(id, to.Id, seenDueMinor: 0, waivedBecause: null, Some.Staff, default));
        Assert.Null(result.Refusal);
        return (await Site.Db(db => db.Enrollments.Where(e => e.CohortId == to.Id).Select(e => e.Id).SingleAsync()), to.Id);
    }
}
