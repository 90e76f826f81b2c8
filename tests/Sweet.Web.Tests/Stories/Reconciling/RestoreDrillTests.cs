using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;
using Xunit.Abstractions;

namespace Sweet.Web.Tests.Stories.Reconciling;

/// <summary>An hour-old copy is put in place; Stripe alone knows what happened since.</summary>
public sealed class RestoreDrillTests(ITestOutputHelper output) : RestoreStory
{
    /// <summary>Four lists, and room for another page of each.</summary>
    private const int CallsForLists = 8;

    [Fact]
    public async Task Finds_forty_who_paid_and_five_who_were_refunded_since_the_copy()
    {
        var cohort = await Given.OpenCohort(seats: 60);
        var early = await RegisterMany(cohort, 5);
        await Pay(await RegisterMany(cohort, 5));
        await BackUp();

        Site.Pass(TimeSpan.FromMinutes(10));
        var paid = (IReadOnlyList<Page>)[.. early, .. await RegisterMany(cohort, 35)];
        await Pay(paid);
        var withdrawn = paid.Take(3).ToList();
        foreach (var page in withdrawn) await Withdraw(page);
        await Site.SendRefunds();
        foreach (var page in paid.Skip(3).Take(2)) await RefundAtStripe(page);
        var mailed = await Mailed();
        Site.Pass(TimeSpan.FromMinutes(50));
        await Restore();
        var calls = await Measured(() => Site.Reconcile());
        await Site.SendRefunds();
        await Site.EndHolds();

        Assert.InRange(calls, paid.Count, CallsForLists + (2 * paid.Count));
        foreach (var page in paid.Skip(3)) Assert.Equal("You are enrolled", (await page.Reload()).Heading);
        foreach (var page in withdrawn) Assert.Equal("You have withdrawn", (await page.Reload()).Heading);
        Assert.Equal((42, 42, 3), await Site.Db(async db => (
            await db.Enrollments.Live().CountAsync(),
            await db.Cohorts.Select(c => c.SeatsTaken).SingleAsync(),
            await db.Refunds.CountAsync(r => r.Origin == RefundOrigin.Us && r.Reason == RefundReason.Withdrew))));
        Assert.Equal(2, await Site.Db(db => db.OpenCases.CountAsync(c => c.Kind == OpenCaseKind.RefundedAtStripe)));
        Assert.Equal(5, Site.StandIns.Stripe.Refunds.Count);
        Assert.DoesNotContain(Site.StandIns.Calls.All, call => call is { Service: "stripe", Method: "POST", Status: >= 400 });
        Assert.Equal(mailed, await Mailed());
        Assert.Single(Site.StandIns.Inbox.To("staff@clinic.example"), mail => mail.Subject.Contains("Database restored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_that_have_left_lead_to_the_place_that_is_remade()
    {
        var cohort = await Given.OpenCohort();
        await BackUp();
        Site.Pass(TimeSpan.FromMinutes(10));
        await Pay([await Site.NewVisitor().Register(cohort, Journey.Email)]);
        var mail = Assert.Single(await Site.MailsTo(Journey.Email));
        Site.Pass(TimeSpan.FromMinutes(50));

        await Restore();
        await Site.Reconcile();

        Assert.Equal("You are enrolled", (await Site.NewVisitor().Open(mail.Link())).Heading);
    }

    [Fact]
    public async Task A_remade_student_is_asked_for_what_Stripe_does_not_know()
    {
        var cohort = await Given.OpenCohort();
        await BackUp();
        var held = await Site.NewVisitor().Register(cohort, Journey.Email);
        await Pay([held]);
        await Restore();

        await Site.Reconcile();
        var page = await held.Reload();
        var corrected = await (await page.Click("Complete your details")).Submit(form => form.Fill("First name", "Ana").Fill("Last name", "Ortiz").Choose("Profession", "Nurse"));

        Assert.Equal("You are enrolled", page.Heading);
        Assert.DoesNotContain("Complete your details", corrected.Text, StringComparison.Ordinal);
        Assert.Equal(("Ana Ortiz", Profession.Nurse, false), await Site.Db(db => db.Enrollments.Select(e => new ValueTuple<string, Profession, bool>(e.FirstName + " " + e.LastName, e.Profession, e.LacksDetails)).SingleAsync()));
        Assert.Equal(1, await Site.Db(db => db.History.CountAsync(h => h.Note == "Restored from what Stripe keeps of it.")));
    }

    [Fact]
    public async Task A_seat_that_was_given_back_and_sold_again_is_its_buyers()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var first = await Site.NewVisitor().Register(cohort);
        await Pay([first]);
        await BackUp();
        Site.Pass(TimeSpan.FromMinutes(10));
        await Withdraw(first);
        await Site.SendRefunds();
        var second = await Site.NewVisitor().Register(cohort, Journey.Email);
        await Pay([second]);
        Site.Pass(TimeSpan.FromMinutes(50));
        await Restore();

        await Site.Reconcile();
        await Site.SendRefunds();

        Assert.Equal(("You have withdrawn", "You are enrolled"), ((await first.Reload()).Heading, (await second.Reload()).Heading));
        Assert.Single(Site.StandIns.Stripe.Refunds);
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_free_seat_a_person_decides_on_the_money()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        await BackUp();
        await Pay([await Site.NewVisitor().Register(cohort)]);
        await Restore();
        await Given.Enrollment(cohort);

        await Site.Reconcile();
        await Site.SendRefunds();

        Assert.Empty(Site.StandIns.Stripe.Refunds);
        Assert.Equal(1, await Site.Db(db => db.OpenCases.CountAsync(c => c.Kind == OpenCaseKind.NoSeatAfterRestore)));
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    [Fact]
    public async Task What_was_sent_back_once_is_not_sent_back_again()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var late = await Site.NewVisitor().Register(cohort, Journey.Email);
        var session = await late.GoToPay();
        await BackUp();
        await PaidLateWithoutSeat(session, cohort);
        Site.Pass(await Site.Db(db => db.Refunds.Select(r => r.NextAttemptAtUtc).SingleAsync()) - Site.Now);
        await Site.SendRefunds();
        var mailed = await Mailed();
        await Restore();

        await Site.Reconcile();
        await Site.SendRefunds();

        Assert.Single(Site.StandIns.Stripe.Refunds);
        Assert.Equal(PaymentDecision.RefundNoSeat, await Site.Db(db => db.Payments.Select(p => p.Decision).SingleAsync()));
        Assert.Equal(mailed, await Mailed());
    }

    [Fact]
    public async Task Mails_that_waited_in_the_copy_leave_once_staff_say_so()
    {
        var cohort = await Given.OpenCohort();
        var held = await Site.NewVisitor().Register(cohort, Journey.Email);
        await Site.SendMail();
        await Pay([held], sendMail: false);
        await BackUp();
        await Restore();
        await Site.Reconcile();
        var before = (await Site.MailsTo(Journey.Email)).Count;
        var restored = await Site.Db(db => db.OpenCases.SingleAsync(c => c.Kind == OpenCaseKind.DatabaseRestored));

        Assert.Null(await Site.Do<ResolveCase, CaseRefusal?>(cases => cases.As(restored.Id, new CaseDecision(CaseResolution.Mail, "Nothing had left."), Domain.Tests.Some.Staff, default)));

        Assert.Contains("Emails withheld, because they may have left before: 1;", CaseText.Known(restored), StringComparison.Ordinal);
        Assert.Equal((0, 1), (before, (await Site.MailsTo(Journey.Email)).Count));
    }

    [Fact]
    public async Task Whoever_pays_after_the_restore_is_mailed_as_ever()
    {
        var cohort = await Given.OpenCohort();
        await BackUp();
        await Restore();
        await Site.Reconcile();
        Site.Pass(TimeSpan.FromSeconds(1));

        await Pay([await Site.NewVisitor().Register(cohort, Journey.Email)]);

        Assert.Single(await Site.MailsTo(Journey.Email));
    }

    /// <returns>How often Stripe was called.</returns>
    private async Task<int> Measured(Func<Task> comparison)
    {
        var before = Site.StandIns.Calls.All.Count;
        var began = TimeProvider.System.GetTimestamp();
        await comparison();
        var calls = Site.StandIns.Calls.All.Skip(before).Count(call => call.Service == "stripe");
        output.WriteLine($"The comparison took {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s and {calls} calls to Stripe.");
        return calls;
    }

    private async Task<IReadOnlyList<Page>> RegisterMany(Cohort cohort, int count)
    {
        List<Page> pages = [];
        for (var i = 0; i < count; i++) pages.Add(await Site.NewVisitor().Register(cohort));
        return pages;
    }

    private async Task RefundAtStripe(Page page)
    {
        var intent = await Site.Db(db => db.Payments.Where(p => p.Order.Enrollment.LinkToken == page.Token()).Select(p => p.PaymentIntentId!).SingleAsync());
        await Site.StandIns.Stripe.Refund(intent);
    }

    private async Task PaidLateWithoutSeat(string session, Cohort cohort)
    {
        // Its session is paid while the hold ends, and somebody else takes the seat in between.
        Site.StandIns.Webhooks.HoldBack();
        await Site.Db(db => db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(cohort.Id, default);
                var enrollment = await db.Enrollments.Whole().SingleAsync();
                enrollment.Cohort.Release(enrollment, ExpiryReason.TimeOver, Actor.Worker("test"), Site.Now);
                await transaction.SaveAndCommit(CancellationToken.None);
            },
            default));
        await Given.Enrollment(cohort);
        await Site.StandIns.Stripe.Pay(session);
        await Site.StandIns.Webhooks.Resume();
    }
}
