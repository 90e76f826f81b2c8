using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Refunds;
using Sweet.Sandbox.Faults;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>A refund whose answer was lost, and that we gave up because the bank gave the money back: Stripe had made it all the same.</summary>
public sealed class GivenUpRefundTests : PaidStory
{
    /// <summary>More than Stripe.net tries by itself.</summary>
    private const int EveryTry = 3;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_recorded_whether_its_event_comes_late_or_never(bool isTold)
    {
        var ended = await GivenUp();

        await (isTold ? Site.StandIns.Webhooks.Deliver(Stripe.Events.First(e => e.Type == "refund.created")) : Site.Reconcile());

        var refund = Assert.Single(await Refunds());
        Assert.Equal((RefundStatus.Succeeded, Stripe.Refunds[0].Id), (refund.Status, refund.StripeRefundId));
        Assert.Contains("It has been sent back to the card or account you paid with", (await ended.Reload()).Text, StringComparison.Ordinal);
        await Mail("$200.00 has been sent back to you");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Takes_the_place_of_what_a_person_has_asked_for_after_an_appeal(bool isTold)
    {
        await GivenUp();
        await Stripe.MoveDispute(Stripe.Disputes[0].Id, "won");
        Assert.Equal([RefundStatus.Cancelled], (await Refunds()).Select(r => r.Status));
        Assert.Null(await Decide(OpenCaseKind.DisputeWonBack, CaseResolution.Refund, 200m));
        Assert.Equal([RefundStatus.Cancelled, RefundStatus.Requested], (await Refunds()).Select(r => r.Status));

        if (isTold) await Site.StandIns.Webhooks.Deliver(Stripe.Events.First(e => e.Type == "refund.created"));
        await Site.SendRefunds();

        Assert.Equal(20_000, Assert.Single(Stripe.Refunds).Amount);
        Assert.Equal([RefundStatus.Succeeded, RefundStatus.Cancelled], (await Refunds()).Select(r => r.Status));
        Assert.DoesNotContain(await Cases(), c => c.IsOpen);
    }

    /// <returns>The page of the seat whose refund of 200 dollars was given up.</returns>
    private async Task<Page> GivenUp()
    {
        var page = await Paid();
        await Ask(20_000);
        Site.StandIns.Webhooks.DropNext(type: "refund.created");
        Site.StandIns.Faults.Stripe.Next(Fault.BreakAfter, EveryTry, method: "POST", path: "/refunds");
        await Site.SendRefunds();
        var dispute = await Stripe.Dispute(Intent);
        await Stripe.CloseDispute(dispute.Id, won: false);
        Assert.True((await Refunds())[0].IsGivenUp);
        return page;
    }

    private Task Ask(long minor) => Site.Db(db => db.InTransaction(
        async transaction =>
        {
            var order = (await db.Enrollments.Whole().SingleAsync()).Order;
            order.RequestRefund(order.Payments[0], order.Total with { Minor = minor }, RefundReason.Staff, Domain.Tests.Some.Staff, Site.Now);
            await transaction.SaveAndCommit(CancellationToken.None);
        },
        default));
}
