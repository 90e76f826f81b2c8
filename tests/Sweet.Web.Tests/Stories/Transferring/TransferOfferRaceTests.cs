using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Domain.Transfers;
using Sweet.Web.Seating;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Transferring;

/// <summary>Students who were offered other dates, and staff, choose in the same moment.</summary>
public sealed class TransferOfferRaceTests : PaidStory
{
    private const string Liam = "liam@clinic.example";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OfferLasts = TimeSpan.FromDays(7);

    [Fact]
    public async Task The_last_seat_that_two_were_offered_goes_to_one()
    {
        var (old, last, _) = await Three();
        string[] tokens = [await Offered(old, Journey.Email, last), await Offered(old, Liam, last)];

        var results = await Task.WhenAll(tokens.Select(token => Choose(token, last)));

        Assert.Single(results, r => r is { IsFound: true, Refusal: null });
        Assert.Single(results, r => r.Refusal == TransferRefusal.Full);
        Assert.Equal((1, 1), (await SeatsTaken(old), await SeatsTaken(last)));
    }

    [Fact]
    public async Task A_seat_that_a_student_and_staff_move_to_other_dates_each_moves_once()
    {
        var (old, chosen, other) = await Three();
        var token = await Offered(old, Journey.Email, chosen);
        var id = await IdOf(token);

        var results = await Task.WhenAll(
            Choose(token, chosen),
            Site.Do<TransferStudent, TransferResult>(t => t.Transfer(id, other.Id, 0, waivedBecause: null, Some.Staff, default)));

        Assert.Single(results, r => r is { IsFound: true, Refusal: null });
        Assert.Equal((0, 1), (await SeatsTaken(old), await SeatsTaken(chosen) + await SeatsTaken(other)));
        Assert.Equal(1, await Live());
    }

    /// <summary>The negative control: without the locks the last seat goes to both.</summary>
    [Fact]
    public async Task Without_the_locks_the_last_seat_goes_to_both()
    {
        var (old, last, _) = await Three();
        int[] ids = [await IdOf(await Offered(old, Journey.Email, last)), await IdOf(await Offered(old, Liam, last))];
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(ids.Select(id => MoveWithoutLocks(id, last, Actor.Student, bothHaveRead)));

        Assert.Equal(2, await Live());
        Assert.Equal((1, 2), (await SeatsTaken(last), await Site.Db(db => db.Enrollments.Live().CountAsync(e => e.CohortId == last.Id))));
    }

    /// <summary>The negative control: without the locks one paid seat becomes two.</summary>
    [Fact]
    public async Task Without_the_locks_it_moves_to_both()
    {
        var (old, chosen, other) = await Three();
        var id = await IdOf(await Offered(old, Journey.Email, chosen));
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(MoveWithoutLocks(id, chosen, Actor.Student, bothHaveRead), MoveWithoutLocks(id, other, Some.Staff, bothHaveRead));

        Assert.Equal(2, await Live());
        Assert.Equal((1, 1), (await SeatsTaken(chosen), await SeatsTaken(other)));
    }

    private Task MoveWithoutLocks(int enrollmentId, Cohort cohort, Actor by, Barrier bothHaveRead) => Task.Run(() => Site.Db(async db =>
    {
        var from = await db.Enrollments.Include(e => e.Cohort.Course).Include(e => e.Cohort.Meetings).Include(e => e.Order.Lines)
            .Include(e => e.Order.Payments).Include(e => e.Order.Refunds).Include(e => e.Order.Disputes).SingleAsync(e => e.Id == enrollmentId);
        var to = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
        Assert.True(by.Kind != ActorKind.Student || await db.TransferOffers.OpenAt(Site.Now).AnyAsync(o => o.EnrollmentId == enrollmentId));
        Assert.Null(from.TransferRefusalFor(successor: null) ?? from.TransferRefusalInto(to, live: null, Site.Now));
        Assert.True(bothHaveRead.SignalAndWait(Patience));
        var quote = TransferQuote.For(from.Order, to, classesCounted: 0, Site.Now);
        db.Enrollments.Add(from.Transfer(to, quote, new TransferTerms($"IPT-{enrollmentId}-{cohort.Id}", TimeSpan.FromDays(3), null), by, Site.Now));
        await db.SaveChangesAsync();
    }));

    /// <returns>What opens the page of who has paid, and may choose.</returns>
    private async Task<string> Offered(Cohort old, string email, Cohort to)
    {
        await Paid(old, email, Site.NewVisitor());
        var (id, token) = await Site.Db(db => db.Enrollments.Where(e => e.EmailKey == email).Select(e => new ValueTuple<int, string>(e.Id, e.LinkToken)).SingleAsync());
        var answer = await Site.Do<OfferTransfer, TransferOfferAnswer>(o => o.Offer(id, [to.Id], Site.Now + OfferLasts, Some.Staff, default));
        Assert.Null(answer.Refusal);
        return token;
    }

    private Task<TransferResult> Choose(string token, Cohort to) =>
        Site.Do<TransferStudent, TransferResult>(transfer => transfer.Choose(token, to.Id, 0, default));

    private Task<int> IdOf(string token) => Site.Db(db => db.Enrollments.Where(e => e.LinkToken == token).Select(e => e.Id).SingleAsync());

    private Task<int> Live() => Site.Db(db => db.Enrollments.Live().CountAsync());

    /// <summary>Where they are enrolled, dates with one seat, and others.</summary>
    private async Task<(Cohort Old, Cohort Last, Cohort Other)> Three() => (
        await Given.OpenCohort(),
        await Given.OpenCohort(seats: 1, firstClassLocal: new DateTime(2027, 2, 9, 19, 0, 0, DateTimeKind.Unspecified)),
        await Given.OpenCohort(firstClassLocal: new DateTime(2027, 3, 9, 19, 0, 0, DateTimeKind.Unspecified)));
}
