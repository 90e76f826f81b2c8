using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>What Stripe has told us, as a list; and the same settlement once more by a button.</summary>
public sealed class StripeEventPagesTests : PaidStory
{
    [Fact]
    public async Task What_came_in_is_listed_with_what_became_of_it()
    {
        var admin = await StaffVisitor.Admin(Site);
        Assert.Contains("Stripe has told us nothing yet", (await admin.Open("/admin/stripe-events")).Text, StringComparison.Ordinal);
        await Paid();

        var list = await admin.Open("/admin/stripe-events?show=checkouts");
        var session = Stripe.Sessions.Single().Id;

        Assert.Contains("checkout.session.completed", list.Text, StringComparison.Ordinal);
        Assert.Contains(session, (await admin.Open($"/admin/stripe-events?find={session[4..20]}")).Text, StringComparison.Ordinal);
        Assert.Contains("No event is like this", (await admin.Open("/admin/stripe-events?show=disputes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processed_again_an_event_changes_nothing_and_stands_in_the_audit_trail()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Paid();
        var before = await Facts();
        var page = await admin.Open($"/admin/stripe-events/{await EventId()}");

        var after = await (await page.Submit("Process it again")).Submit("Process it again");

        Assert.Contains("Processed again by Jordan Sample", after.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Facts());
        Assert.Single(await Site.MailsTo(Journey.Email));
        Assert.Contains("processed again", (await admin.Open("/admin/audit?find=processed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_in_what_a_lost_event_would_have_told()
    {
        var admin = await StaffVisitor.Admin(Site);
        var held = await Visitor.Register(await Given.OpenCohort(), Journey.Email);
        var session = await held.GoToPay();
        await Stripe.PayByBank(session);
        Site.StandIns.Webhooks.DropNext(count: 10);
        await Stripe.SucceedDelayed(session);
        Assert.Equal(EnrollmentStatus.Processing, await Status());

        await (await admin.Open($"/admin/stripe-events/{await EventId()}")).Submit("Process it again");

        Assert.Equal(EnrollmentStatus.Confirmed, await Status());
    }

    [Fact]
    public async Task While_Stripe_is_silent_nothing_is_said_to_be_done()
    {
        var admin = await StaffVisitor.Admin(Site);
        await Paid();
        var page = await admin.Open($"/admin/stripe-events/{await EventId()}");
        Site.StandIns.Faults.Stripe.Always(Fault.ServerError, method: "GET", path: "/cs_");

        Assert.Equal(503, (await page.Submit("Process it again")).Status);

        Assert.DoesNotContain("Processed again", (await page.Reload()).Text, StringComparison.Ordinal);
    }

    private Task<int> EventId() => Site.Db(db => db.StripeEvents.Select(e => e.Id).FirstAsync());

    private Task<EnrollmentStatus> Status() => Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync());

    private Task<(int Payments, int Events, int Messages, int Seats)> Facts() => Site.Db(async db => (
        await db.Payments.CountAsync(),
        await db.StripeEvents.CountAsync(),
        await db.Messages.CountAsync(m => m.EnrollmentId != null),
        await db.Cohorts.SumAsync(c => c.SeatsTaken)));
}
