using Microsoft.EntityFrameworkCore;
using Sweet.Domain.ByHand;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.ByHand;

/// <summary>Staff and a visitor want the last seat in the same moment.</summary>
public sealed class HandRaceTests : HandStory
{
    [Fact]
    public async Task Either_the_visitor_has_the_last_seat_or_who_was_enrolled_by_hand()
    {
        var cohort = await Given.OpenCohort(seats: 2, taken: 1);
        var byHand = await AskedOutside(cohort);
        var form = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");

        var answers = await Task.WhenAll(byHand.Submit("Enroll Riley Sample, $597.00 received"), form.Submit(f => f.FillIn()));

        Assert.Equal([200, 422], answers.Select(a => a.Status).Order());
        Assert.Equal((2, 2), (await SeatsTaken(cohort), await Site.Db(db => db.Enrollments.Live().CountAsync())));
    }

    /// <summary>The negative control: the same rules without the lock sell the last seat twice.</summary>
    [Fact]
    public async Task Without_the_lock_both_have_it()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var policies = await Given.Policies();
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(way => Task.Run(() => Site.Db(async db =>
        {
            var read = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
            var terms = new HandTerms(HandWay.Complimentary, Some.Price, Some.Price with { Minor = 0 }) { Reason = "A guest." };
            Assert.Null(read.HandRefusalFor(terms, people: 1, Site.Now));
            Assert.True(bothHaveRead.SignalAndWait(TimeSpan.FromSeconds(30)));
            var registration = Some.Registration() with { Accepted = policies };
            db.Enrollments.Add(way == 0
                ? read.EnrollByHand(registration, terms, Some.Staff, Site.Now)
                : Domain.Courses.SeatRules.HoldSeat(read, registration, live: null, Some.HoldTime, Site.Now));
            await db.SaveChangesAsync();
        }))));

        Assert.Equal((1, 2), (await SeatsTaken(cohort), await Site.Db(db => db.Enrollments.Live().CountAsync())));
    }
}
