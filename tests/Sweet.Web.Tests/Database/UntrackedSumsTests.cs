using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Database;

/// <summary>What an order is worth does not depend on what EF happened to track while it was read.</summary>
public sealed class UntrackedSumsTests : PaidStory
{
    private static readonly Dictionary<string, Func<IQueryable<Enrollment>, IQueryable<Enrollment>>> Ways = new(StringComparer.Ordinal)
    {
        ["untracked"] = whole => whole.AsNoTracking(),
        ["untracked, each row once"] = whole => whole.AsNoTrackingWithIdentityResolution(),
        ["untracked, payments twice"] = whole => whole.AsNoTracking()
            .Include(e => e.Order).ThenInclude(o => o.Refunds).ThenInclude(r => r.Payment)
            .Include(e => e.Order).ThenInclude(o => o.Disputes).ThenInclude(d => d.Payment),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_those_of_a_tracked_one_while_a_bank_contests(string way)
    {
        await PaidTwice();
        await Stripe.Refund(Confirming, amount: 10_000);
        await Stripe.Dispute(Confirming);

        await AssertSame(way, (OrderState.Disputed, 119_400, 69_700));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_those_of_a_tracked_one_after_a_loss_and_a_refund_that_failed_and_was_tried_again(string way)
    {
        Stripe.RunShort();
        await PaidTwice();
        await Site.SendRefunds();
        await Stripe.FailRefund(Stripe.Refunds.Single().Id);
        await Retry();
        var dispute = await Stripe.Dispute(Confirming);
        await Stripe.CloseDispute(dispute.Id, won: false);

        await AssertSame(way, (OrderState.Refunded, 119_400, 119_400));
    }

    private string Confirming => Stripe.PaymentIntents[0].Id;

    private Task<int> Retry() => Site.Db(async db =>
    {
        var order = (await db.Enrollments.Whole().SingleAsync()).Order;
        order.RetryRefund(order.Refunds[0], Domain.Tests.Some.Staff, Site.Now);
        return await db.SaveChangesAsync();
    });

    private async Task AssertSame(string way, (OrderState State, long Paid, long GoneBack) expected)
    {
        var tracked = await Read(whole => whole);

        Assert.Equal(expected, (tracked.State, tracked.Paid.Minor, tracked.GoneBack.Minor));
        Assert.Equal(SumsOf(tracked), SumsOf(await Read(Ways[way])));
    }

    private async Task<Order> Read(Func<IQueryable<Enrollment>, IQueryable<Enrollment>> way) =>
        (await Site.Db(db => way(db.Enrollments.Whole()).SingleAsync())).Order;

    private static List<string> SumsOf(Order order)
    {
        var quote = order.QuoteWithdrawal(classesCounted: 1);
        return
        [
            $"{order.State}: {order.Paid} paid, {order.PaidForSeat} for the seat",
            $"{order.Refunded} refunded, {order.GoneBack} gone back, all {order.IsAllGoneBack}",
            $"a withdrawal gives {quote.Back}, waits {quote.WaitsForBank}, {quote.Undecided.Count} undecided",
            .. order.Payments.Select(p => $"of payment {p.Id} {order.RefundableOf(p)} is left, contested {order.IsContested(p)}"),
            .. order.Refunds.Select(r => RefundOf(order, r)),
        ];
    }

    private static string RefundOf(Order order, Refund refund) =>
        $"refund {refund.Id} of payment {refund.Payment.Id}, instead of {refund.RetryOf?.Id}: {refund.Status}, "
        + $"under way {refund.IsUnderway}, waits {refund.WaitsForBank}, {order.RetryRefusalFor(refund)}";
}
