using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Withdrawing;

public sealed class WithdrawalRaceTests : PaidStory
{
    private const int Others = 20;

    [Fact]
    public async Task The_seat_of_whoever_withdraws_goes_to_exactly_one_of_many()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        using var strangers = new Strangers(Site);
        await strangers.OpenForms(cohort, Others);
        var withdrawal = await (await Paid(cohort)).Click("Withdraw");

        var registering = strangers.SubmitAll();
        var ended = await withdrawal.Submit();
        await registering;
        await strangers.SubmitAll();

        Assert.Equal("You have withdrawn", ended.Heading);
        var held = await Site.Db(db => db.Enrollments.CountAsync(e => e.Status == EnrollmentStatus.Held));
        Assert.Equal(1, held);
        Assert.Equal(1, await SeatsTaken(cohort));
        Assert.Equal(1, await Site.Db(db => db.Enrollments.Live().CountAsync()));
    }

    [Fact]
    public async Task A_second_payment_that_arrives_at_the_same_moment_comes_back_too()
    {
        var cohort = await Given.OpenCohort();
        var (enrolled, second) = await PaidWithAnotherPageOpen(cohort);
        var withdrawal = await enrolled.Click("Withdraw");

        var arriving = Stripe.Pay(second);
        var ended = await withdrawal.Submit();
        await arriving;
        await Site.SendRefunds();

        Assert.Equal("You have withdrawn", (await ended.Reload()).Heading);
        Assert.Equal(0, await SeatsTaken(cohort));
        Assert.Equal([50_745L, 59_700], Stripe.Refunds.Select(r => r.Amount).Order());
        Assert.All(await Refunds(), r => Assert.Equal(RefundStatus.Succeeded, r.Status));
    }

    [Fact]
    public async Task A_payment_after_the_withdrawal_goes_back_and_says_why()
    {
        var (enrolled, second) = await PaidWithAnotherPageOpen();
        var ended = await Withdraw(enrolled);

        await Stripe.Pay(second);

        Assert.Equal([RefundReason.Withdrew, RefundReason.EnrollmentCancelled], (await Refunds()).Select(r => r.Reason));
        Assert.Contains("Your enrollment had been canceled before the payment arrived.", (await ended.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_cohort_closes_the_withdrawal_goes_through()
    {
        var cohort = await Given.OpenCohort();
        var withdrawal = await (await Paid(cohort)).Click("Withdraw");

        var closing = Change(cohort, locked => locked.Close(Actor.Staff("1"), Site.Now));
        var ended = await withdrawal.Submit();
        await closing;

        Assert.Equal("You have withdrawn", ended.Heading);
        Assert.Equal((CohortStatus.Closed, 0), await Site.Db(db => db.Cohorts.Select(c => ValueTuple.Create(c.Status, c.SeatsTaken)).SingleAsync()));
    }

    [Fact]
    public async Task A_refund_that_Stripe_made_before_we_crashed_is_not_made_again()
    {
        await Withdraw(await Paid());
        Site.StandIns.Webhooks.HoldBack();
        using var dies = new CancellationTokenSource();
        Site.StandIns.Faults.Stripe.Next(Fault.While(after: dies.CancelAsync), path: "/refunds");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Site.Do<RefundsWork>(work => work.RunOnce(dies.Token)));
        Assert.Equal(RefundStatus.Requested, (await Refunds())[0].Status);

        await Site.SendRefunds();

        Assert.Equal(RefundStatus.Succeeded, (await Refunds())[0].Status);
        Assert.Single(Stripe.Refunds);
    }

    private Task Change(Cohort cohort, Action<Cohort> change) => Site.Db(db => db.InTransaction(
        async transaction =>
        {
            await db.LockCohort(cohort.Id, default);
            change(await db.Cohorts.SingleAsync(c => c.Id == cohort.Id));
            await transaction.SaveAndCommit(CancellationToken.None);
        },
        default));

    /// <summary>They have opened the form while there was a seat, and send it when it is gone.</summary>
    private sealed class Strangers(SiteFactory site) : IDisposable
    {
        private readonly List<Visitor> visitors = [];
        private IReadOnlyList<Page> forms = [];

        public async Task OpenForms(Cohort cohort, int howMany)
        {
            visitors.AddRange(Enumerable.Range(0, howMany).Select(_ => site.NewVisitor()));
            forms = await Task.WhenAll(visitors.Select(v => v.Open($"/cohorts/{cohort.Reference}/enrollments/new")));
        }

        public async Task SubmitAll() => await Task.WhenAll(forms.Select(page => page.Submit(form => form.FillIn())));

        public void Dispose() => visitors.ForEach(v => v.Dispose());
    }
}
