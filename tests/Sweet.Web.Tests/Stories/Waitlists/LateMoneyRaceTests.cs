using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Waitlists;

public sealed class LateMoneyRaceTests : LateMoneyStory
{
    private const int Many = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Many_presses_at_once_are_one_place()
    {
        var (page, cohort, _) = await PaidLate();
        var pages = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Site.NewVisitor().Open(page.Address)));

        await Task.WhenAll(pages.Select(p => p.Submit(Wait)));

        Assert.Equal((1, PaymentDecision.WaitsInLine), (await Site.Db(db => db.WaitlistEntries.CountAsync()), await Decision()));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Of_waiting_and_having_it_back_exactly_one_comes_true()
    {
        var (page, cohort, seated) = await PaidLate();
        var (waits, goes) = (await Site.NewVisitor().Open(page.Address), await Site.NewVisitor().Open(page.Address));

        await Task.WhenAll(waits.Submit(Wait), goes.Submit(SendBack), Site.SendRefunds());
        await GiveBack(seated);
        await Rounds();

        var isSeated = (await Late()).Status == EnrollmentStatus.Confirmed;
        Assert.Equal(isSeated ? 0 : Price, Stripe.Refunds.Sum(r => r.Amount));
        Assert.Equal(isSeated ? PaymentDecision.Confirms : PaymentDecision.RefundNoSeat, await Decision());
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Leaving_while_the_seat_comes_is_the_seat_or_the_money_and_never_both()
    {
        var (page, cohort, seated) = await WaitsPaid();

        await Task.WhenAll(page.Submit(Leave), GiveBack(seated), OfferSeats(), OfferSeats());
        await Rounds();

        var isSeated = (await Late()).Status == EnrollmentStatus.Confirmed;
        Assert.Equal(isSeated ? 0 : Price, Stripe.Refunds.Sum(r => r.Amount));
        await AssertSeatsAgree(cohort);
    }

    [Fact]
    public async Task Two_rounds_at_once_give_one_seat_once()
    {
        var (page, cohort, seated) = await WaitsPaid();
        await Join(cohort, Noor);
        await GiveBack(seated);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Site.Tick<OffersWork>()));

        Assert.Equal("You are enrolled", (await page.Reload()).Heading);
        Assert.Single(await Subjects(), s => s.Contains("You are enrolled", StringComparison.Ordinal));
        Assert.Equal((WaitlistStatus.Waiting, 1), ((await Entry(Noor)).Status, await SeatsTaken(cohort)));
        await AssertSeatsAgree(cohort);
    }

    /// <summary>The negative control: without the lock the seat that is paid for is offered to somebody else as well.</summary>
    [Fact]
    public async Task Without_the_lock_one_seat_is_paid_for_and_offered()
    {
        var (_, cohort, seated) = await WaitsPaid();
        await Join(cohort, Noor);
        await GiveBack(seated);
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(new[] { Journey.Email, Noor }.Select(email => Task.Run(() => Site.Db(async db =>
        {
            var read = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
            var entry = await db.WaitlistEntries.SingleAsync(e => e.EmailKey == email);
            if (entry.PaidById is { } lateId) await db.Enrollments.Whole().SingleAsync(e => e.Id == lateId);
            Assert.True(read.CanOfferAt(Site.Now));
            Assert.True(bothHaveRead.SignalAndWait(Patience));
            if (read.IsPaidAt(entry, Site.Now)) read.SeatPaid(entry, Actor.Worker("test"), Site.Now);
            else read.Offer(entry, TimeSpan.FromHours(24), Actor.Worker("test"), Site.Now);
            await db.SaveChangesAsync();
        }))));

        Assert.Equal((EnrollmentStatus.Confirmed, WaitlistStatus.Offered), ((await Late()).Status, (await Entry(Noor)).Status));
        Assert.Equal(1, await SeatsTaken(cohort));
    }

    /// <summary>The negative control: without the lock whoever leaves gets the seat and the money.</summary>
    [Fact]
    public async Task Without_the_lock_a_payment_gets_the_seat_and_goes_back()
    {
        var (_, _, seated) = await WaitsPaid();
        await GiveBack(seated);
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(n => Task.Run(() => Site.Db(async db =>
        {
            var leaves = n == 0;
            var late = await db.Enrollments.Whole().SingleAsync(e => e.EmailKey == Journey.Email);
            var entry = await db.WaitlistEntries.SingleAsync();
            Assert.True(late.Cohort.IsPaidAt(entry, Site.Now));
            Assert.True(bothHaveRead.SignalAndWait(Patience));
            if (leaves)
            {
                late.Cohort.Leave(entry, Actor.Student, Site.Now);
                entry.SendMoneyBack(Actor.Student, Site.Now);
            }
            else
            {
                late.Cohort.SeatPaid(entry, Actor.Worker("test"), Site.Now);
            }

            await db.SaveChangesAsync();
        }))));
        await Site.SendRefunds();

        Assert.Equal(EnrollmentStatus.Confirmed, (await Late()).Status);
        AssertAllWentBackOnce();
    }
}
