using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>After a restore of an older copy the ids of rows are given a second time, and Stripe keeps refunds that name them.</summary>
public sealed class ReusedIdTests : IAsyncLifetime
{
    private readonly SiteFactory site = SiteFactory.OnSqlite();

    public Task InitializeAsync() => site.InitializeAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_refund_that_another_row_holds_is_not_taken_for_this_one()
    {
        var held = await site.NewVisitor().Register(await new Given(site).OpenCohort(), Journey.Email);
        await site.StandIns.Stripe.Pay(await held.GoToPay());
        await Ask();
        await site.SendRefunds();
        await Renumber(from: 1, to: 100);
        await Ask();
        await Renumber(from: 101, to: 1);

        // Its key is forgotten by now, so that its refund is looked for among those of the payment.
        site.Pass(TimeSpan.FromHours(25));
        await site.SendRefunds();

        Assert.Equal([10_000L, 10_000], site.StandIns.Stripe.Refunds.Select(r => r.Amount));
        Assert.Equal(site.StandIns.Stripe.Refunds.Select(r => r.Id).Reverse(), await site.Db(db => db.Refunds.OrderBy(r => r.Id).Select(r => r.StripeRefundId).ToListAsync()));
    }

    private Task Ask() => site.Db(db => db.InTransaction(
        async transaction =>
        {
            var order = (await db.Enrollments.Whole().SingleAsync()).Order;
            order.RequestRefund(order.Payments[0], order.Total with { Minor = 10_000 }, RefundReason.Staff, Domain.Tests.Some.Staff, site.Now);
            await transaction.SaveAndCommit(CancellationToken.None);
        },
        default));

    // Its credit note goes with it.
    private Task<int> Renumber(int from, int to) => site.Db(db => db.Database.ExecuteSqlAsync(
        $"""
        PRAGMA foreign_keys = OFF;
        UPDATE Refunds SET Id = {to} WHERE Id = {from};
        UPDATE Documents SET RefundId = {to} WHERE RefundId = {from};
        PRAGMA foreign_keys = ON
        """));
}
