using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>Payment, refund and dispute all happen at Stripe first; then their events come, each pair in both orders, the rest last.</summary>
public sealed class AnyOrderOfEventsTests : PaidStory
{
    private static readonly string[] Kinds =
    [
        "checkout.session.completed", "checkout.session.async_payment_succeeded", "refund.created", "refund.updated", "refund.failed",
        "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed",
    ];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var first in Kinds)
                foreach (var second in Kinds.Where(kind => kind != first))
                    pairs.Add(first, second);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Ends_the_same(string first, string second)
    {
        var cohort = await Given.OpenCohort();
        Site.StandIns.Webhooks.HoldBack();
        var held = await Visitor.Register(cohort, Journey.Email);
        var session = await held.GoToPay();
        await Stripe.PayByBank(session);
        await Stripe.SucceedDelayed(session);
        var refund = await Stripe.Refund(Intent, amount: 10_000);
        await Stripe.FailRefund(refund.Id);
        var dispute = await Stripe.Dispute(Intent);
        await Stripe.MoveDispute(dispute.Id, "under_review");
        await Stripe.CloseDispute(dispute.Id, won: false);

        await Site.StandIns.Webhooks.DeliverWaiting(events => events.OrderBy(e => PlaceOf(e, first, second)));

        Assert.Equal("You are enrolled", (await held.Reload()).Heading);
        Assert.Equal(1, await SeatsTaken(cohort));
        Assert.Equal((RefundOrigin.Stripe, RefundStatus.Failed), ((await Refunds()).Single().Origin, (await Refunds()).Single().Status));
        Assert.Equal((DisputeStatus.Lost, 59_700L), await Site.Db(db => db.Disputes.Select(d => ValueTuple.Create(d.Status, d.AmountMinor)).SingleAsync()));
        Assert.Equal([OpenCaseKind.RefundFailed, OpenCaseKind.DisputeLost], (await Cases()).Where(c => c.IsOpen).Select(c => c.Kind).Order());
        Assert.Equal(EnrollmentStatus.Confirmed, await Site.Db(db => db.Enrollments.Select(e => e.Status).SingleAsync()));
        Assert.Single(await Subjects(), s => s.Contains("You are enrolled", StringComparison.Ordinal));
    }

    private static int PlaceOf(global::Sweet.Sandbox.Stripe.Objects.StripeEvent happened, string first, string second) =>
        happened.Type == first ? 0 : happened.Type == second ? 1 : 2;
}
