using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>Every state of a refund, brought by Stripe's answer, by its events and by the reconciliation.</summary>
public sealed class RefundLifeTests : PaidStory
{
    /// <summary>How the news of a refund comes to us.</summary>
    public enum Way
    {
        Events,
        Reconciliation,
    }

    [Theory]
    [InlineData(Way.Events)]
    [InlineData(Way.Reconciliation)]
    public async Task Short_of_money_a_refund_waits_and_leaves_later(Way way)
    {
        Stripe.RunShort();
        var ended = await Refunding();
        Assert.Contains("will be sent as soon as our account at Stripe has enough funds", (await ended.Reload()).Text, StringComparison.Ordinal);

        await Learn(way, () => Stripe.Fund());

        Assert.Equal(RefundStatus.Succeeded, (await Refunds())[0].Status);
        Assert.Contains("It has been sent back to the card or account you paid with", (await ended.Reload()).Text, StringComparison.Ordinal);
        Assert.Single(await Subjects(), s => s.Contains("has been sent back to you", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Way.Events)]
    [InlineData(Way.Reconciliation)]
    public async Task One_that_waits_for_the_student_says_what_to_do(Way way)
    {
        Stripe.RunShort();
        var ended = await Refunding();

        await Learn(way, () => Stripe.RequireRefundAction(TheRefund));
        await Learn(Way.Events, () => Stripe.RequireRefundAction(TheRefund));

        Assert.Contains("Stripe has sent you an email that asks where the money should go", (await ended.Reload()).Text, StringComparison.Ordinal);
        Assert.Contains("$507.45 is waiting for you", (await Mail("We need one more step from you")).Text, StringComparison.Ordinal);
        Assert.Empty(await Decisions());
    }

    [Theory]
    [InlineData(Way.Events)]
    [InlineData(Way.Reconciliation)]
    public async Task One_that_fails_is_told_and_becomes_a_case(Way way)
    {
        Stripe.RunShort();
        var ended = await Refunding();

        await Learn(way, () => Stripe.FailRefund(TheRefund));

        Assert.Equal((RefundStatus.Failed, "expired_or_canceled_card"), ((await Refunds())[0].Status, (await Refunds())[0].Failure));
        Assert.Contains("It did not go through, and the money is still yours", (await ended.Reload()).Text, StringComparison.Ordinal);
        Assert.Equal(OpenCaseKind.RefundFailed, Assert.Single(await Decisions()).Kind);
        Assert.Contains("The money is still yours", (await Mail("has not reached you")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.Events)]
    [InlineData(Way.Reconciliation)]
    public async Task One_that_is_cancelled_at_Stripe_is_told_and_becomes_a_case(Way way)
    {
        Stripe.RunShort();
        var ended = await Refunding();

        await Learn(way, () => Stripe.CancelRefund(TheRefund));

        Assert.Equal(RefundStatus.Cancelled, (await Refunds())[0].Status);
        Assert.Contains("It was stopped before it reached you", (await ended.Reload()).Text, StringComparison.Ordinal);
        Assert.Equal(OpenCaseKind.RefundFailed, Assert.Single(await Decisions()).Kind);
        await Mail("was stopped");
    }

    [Fact]
    public async Task Sent_and_returned_by_the_bank_days_later_is_told_twice_and_no_more()
    {
        await Refunding();
        Site.Pass(TimeSpan.FromDays(9));

        await Stripe.FailRefund(TheRefund);
        await Site.StandIns.Webhooks.DeliverAtOnce(Stripe.Events.Last(e => e.Type == "refund.failed"), 20);

        Assert.Equal(RefundStatus.Failed, (await Refunds())[0].Status);
        Assert.Single(await Subjects(), s => s.Contains("has been sent back to you", StringComparison.Ordinal));
        Assert.Single(await Subjects(), s => s.Contains("has not reached you", StringComparison.Ordinal));
        Assert.Single(await Decisions());
    }

    [Theory]
    [InlineData(Way.Events)]
    [InlineData(Way.Reconciliation)]
    public async Task A_word_of_Stripe_that_nobody_knows_is_kept_and_looked_at(Way way)
    {
        Stripe.RunShort();
        var ended = await Refunding();

        await Learn(way, () => Stripe.MoveRefund(TheRefund, "a_word_of_next_year"));

        Assert.Equal("a_word_of_next_year", (await Refunds())[0].StripeStatus);
        Assert.Equal(OpenCaseKind.UnknownAtStripe, Assert.Single(await Decisions()).Kind);
        Assert.Equal(200, (await ended.Reload()).Status);
    }

    [Fact]
    public async Task The_refunds_of_a_whole_cohort_wait_for_money_and_all_leave()
    {
        const int all = 8;
        Stripe.RunShort();
        var cohort = await Given.OpenCohort();
        for (var i = 0; i < all; i++)
        {
            using var visitor = Site.NewVisitor();
            await Withdraw(await Paid(cohort, $"member{i}@clinic.example", visitor));
        }

        await Site.SendRefunds();
        var waiting = await Refunds();
        await Stripe.Fund();

        Assert.All(waiting, r => Assert.True(r.WaitsForBalance));
        Assert.Equal(all, (await Refunds()).Count(r => r.Status == RefundStatus.Succeeded));
        Assert.Equal(all, Stripe.Refunds.Count);
        Assert.Equal(0, await SeatsTaken(cohort));
    }

    [Fact]
    public async Task Tried_again_it_is_a_new_row_and_the_page_says_so()
    {
        var ended = await Refunding();
        await Stripe.FailRefund(TheRefund);

        await TryAgain();
        await Site.SendRefunds();

        Assert.Equal([RefundStatus.Failed, RefundStatus.Succeeded], (await Refunds()).Select(r => r.Status));
        Assert.Equal([50_745L, 50_745], Stripe.Refunds.Select(r => r.Amount));
        Assert.Contains("we have requested it again: see the refund below it", (await ended.Reload()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_events_of_one_refund_at_once_leave_it_where_Stripe_has_it()
    {
        Stripe.RunShort();
        await Refunding();
        Site.StandIns.Webhooks.HoldBack();
        await Stripe.RequireRefundAction(TheRefund);
        var older = Stripe.Events[^1];
        // While the first event asks Stripe, the refund moves on and the second event overtakes the first.
        Site.StandIns.Faults.Stripe.Next(Fault.While(after: Overtake), path: "/refunds/");

        await Site.StandIns.Webhooks.Deliver(older);

        Assert.Equal(RefundStatus.Pending, (await Refunds())[0].Status);
        Assert.Equal("pending", (await Refunds())[0].StripeStatus);

        async Task Overtake()
        {
            await Stripe.MoveRefund(TheRefund, "pending");
            await Site.StandIns.Webhooks.Deliver(Stripe.Events.Last(e => e.Type == "refund.updated"));
        }
    }

    private string TheRefund => Stripe.Refunds[0].Id;

    /// <summary>That our balance is short is a case of its own.</summary>
    private async Task<List<OpenCase>> Decisions() => (await Cases()).FindAll(c => c.Kind != OpenCaseKind.BalanceShort);

    private async Task<Page> Refunding()
    {
        var ended = await Withdraw(await Paid());
        await Site.SendRefunds();
        return ended;
    }

    private async Task Learn(Way way, Func<Task> happens)
    {
        if (way == Way.Reconciliation) Site.StandIns.Webhooks.HoldBack();
        await happens();
        if (way != Way.Reconciliation) return;

        Site.StandIns.Webhooks.DropWaiting();
        await Site.Reconcile();
        await Site.StandIns.Webhooks.Resume();
    }

    private Task TryAgain() => Site.Db(db => db.InTransaction(
        async transaction =>
        {
            var enrollment = db.Enrollments.Whole().Single();
            enrollment.Order.RetryRefund(enrollment.Order.Refunds[0], Actor.Staff("1"), Site.Now);
            await transaction.SaveAndCommit(CancellationToken.None);
        },
        default));
}
