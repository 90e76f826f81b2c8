using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Books;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests;
using Sweet.Web.Books.Documents;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Books;

/// <summary>In cohorts of their own: the lock of a cohort alone lets two take the same number.</summary>
public sealed class DocumentRaceTests : PaidStory
{
    private const int Payments = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Twenty_that_settle_at_once_have_twenty_numbers_in_a_row()
    {
        List<string> sessions = [];
        for (var i = 0; i < Payments; i++)
        {
            var held = await Site.NewVisitor().Register(await Given.OpenCohort(), $"student{i}@clinic.example");
            sessions.Add(await held.GoToPay());
        }

        await Task.WhenAll(sessions.Select(session => Task.Run(() => Stripe.Pay(session))));

        Assert.Equal(Enumerable.Range(1, Payments), await Places());
    }

    [Fact]
    public async Task A_number_is_given_back_by_what_fails_after_it()
    {
        int[] orders = [await PaidOrder(), await PaidOrder()];

        var failure = await Record.ExceptionAsync(() => Site.Db(db => db.InTransaction(
            async _ =>
            {
                await db.IssueDocuments(await Order(db, orders[0]), Site.Now, default);
                await db.SaveChangesAsync();
                throw new InvalidOperationException("Something fails after it.");
            },
            default)));
        await Site.Db(db => db.InTransaction(
            async transaction =>
            {
                await db.IssueDocuments(await Order(db, orders[1]), Site.Now, default);
                await transaction.SaveAndCommit(default);
            },
            default));

        Assert.Equal("Something fails after it.", failure?.Message);
        Assert.Equal([1], await Places());
    }

    /// <summary>The negative control: without the lock two take the same number, and the database refuses one of them.</summary>
    [Fact]
    public async Task Without_the_lock_two_take_the_same_number()
    {
        int[] orders = [await PaidOrder(), await PaidOrder()];
        using var bothHaveRead = new Barrier(2);

        var failures = await Task.WhenAll(orders.Select(id => Task.Run(() => Record.ExceptionAsync(() => Site.Db(async db =>
        {
            var missing = new MissingDocuments(await Order(db, id), issued: []);
            var series = await db.DocumentSeries.ToDictionaryAsync(s => s.Kind);
            Assert.True(bothHaveRead.SignalAndWait(Patience));
            db.Documents.AddRange(missing.Issue(series, "2026", Site.Now));
            await db.SaveChangesAsync();
        })))));

        Assert.IsType<DbUpdateException>(Assert.Single(failures, f => f is not null));
        Assert.Equal([1], await Places());
    }

    /// <summary>Paid, by the domain alone: nothing has given it a number.</summary>
    private async Task<int> PaidOrder()
    {
        var paid = await Given.Enrollment(await Given.OpenCohort(), change: (cohort, enrollment) =>
        {
            var checkout = Some.OpenCheckout(enrollment.Order, Site.Now);
            new SettlementRules(cohort, enrollment.Order, Actor.Worker("given"), Site.Now).Settle(checkout, Some.Complete(checkout), otherLive: null);
        });
        return paid.Order.Id;
    }

    private static Task<Order> Order(SweetDbContext db, int id) => db.Orders.Include(o => o.Payments).Include(o => o.Refunds).SingleAsync(o => o.Id == id);

    private Task<List<int>> Places() => Site.Db(db => db.Documents.OrderBy(d => d.Place).Select(d => d.Place).ToListAsync());
}
