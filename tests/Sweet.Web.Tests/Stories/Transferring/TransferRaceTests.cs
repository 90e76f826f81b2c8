using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Domain.Transfers;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Transferring;

/// <summary>Two at once want to move a seat, or want the seat that it moves to.</summary>
public sealed class TransferRaceTests : TransferStory
{
    [Fact]
    public async Task Pressed_twice_and_by_two_admins_at_once_it_is_one_transfer()
    {
        var (old, to) = await Two();
        await Paid(old);
        var id = await Site.Db(db => db.Enrollments.Select(e => e.Id).SingleAsync());

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Transfer(id, to, 0)));

        Assert.Single(results, r => r.Refusal is null);
        Assert.All(results.Where(r => r.Refusal is not null), r => Assert.Equal(TransferRefusal.NotConfirmed, r.Refusal));
        Assert.Equal((0, 1), (await SeatsTaken(old), await SeatsTaken(to)));
    }

    [Fact]
    public async Task The_last_seat_goes_to_the_transfer_or_to_a_walk_in_and_never_to_both()
    {
        var (old, to) = await Two(seats: 1);
        await Paid(old);
        var id = await Site.Db(db => db.Enrollments.Select(e => e.Id).SingleAsync());
        var forms = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Site.NewVisitor().Open($"/cohorts/{to.Reference}/enrollments/new")));

        var walkIns = Task.WhenAll(forms.Select(form => form.Submit(f => f.FillIn())));
        var transfer = await Transfer(id, to, 0);
        await walkIns;

        Assert.Equal(1, await Site.Db(db => db.Enrollments.Live().CountAsync(e => e.CohortId == to.Id)));
        Assert.Equal(1, await SeatsTaken(to));
        Assert.Equal(transfer.Refusal is null ? 0 : 1, await SeatsTaken(old));
    }

    /// <summary>The negative control: without the locks the last seat goes to the transfer and to a walk-in.</summary>
    [Fact]
    public async Task Without_the_locks_the_last_seat_goes_to_both()
    {
        var (old, to) = await Two(seats: 1);
        await Paid(old);
        var policies = await Given.Policies();

        await Site.Db(async db =>
        {
            var from = await db.Enrollments.Include(e => e.Cohort.Course).Include(e => e.Cohort.Meetings)
                .Include(e => e.Order.Payments).Include(e => e.Order.Refunds).Include(e => e.Order.Disputes).SingleAsync();
            var read = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == to.Id);
            Assert.Null(from.TransferRefusalInto(read, live: null, Site.Now));
            await Site.Db(async other =>
            {
                var walked = await other.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == to.Id);
                other.Enrollments.Add(walked.HoldSeat(Some.Registration() with { Accepted = policies }, live: null, Some.HoldTime, Site.Now));
                await other.SaveChangesAsync();
            });
            var quote = TransferQuote.For(from.Order, read, classesCounted: 0, Site.Now);
            db.Enrollments.Add(from.Transfer(read, quote, new TransferTerms("IPT-NEW", TimeSpan.FromDays(3), null), Some.Staff, Site.Now));
            await db.SaveChangesAsync();
        });

        Assert.Equal(2, await Site.Db(db => db.Enrollments.Live().CountAsync(e => e.CohortId == to.Id)));
        Assert.Equal((1, 0), (await SeatsTaken(to), await SeatsTaken(old)));
    }

    [Fact]
    public async Task Two_that_swap_cohorts_do_not_wait_for_each_other_forever()
    {
        var (one, two) = await Two();
        await Paid(one);
        await Paid(two, "liam@clinic.example", Site.NewVisitor());
        var ids = await Site.Db(db => db.Enrollments.OrderBy(e => e.CohortId).Select(e => e.Id).ToListAsync());

        var results = await Task.WhenAll(Transfer(ids[0], two, 0), Transfer(ids[1], one, 0));

        Assert.All(results, r => Assert.Null(r.Refusal));
        Assert.Equal((1, 1), (await SeatsTaken(one), await SeatsTaken(two)));
    }
}
