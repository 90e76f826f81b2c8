using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Registering;

public sealed class LastSeatTests : Story
{
    private const int Wanted = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Wanted_by_fifty_at_once_goes_to_one()
    {
        var cohort = await Given.OpenCohort(seats: 1);

        var pages = await AllAtOnce(cohort);

        Assert.Equal(1, pages.Count(p => p.Status == 200));
        Assert.Equal(Wanted - 1, pages.Count(p => p.Status == 422));
        await AssertSeatsAgree(cohort, taken: 1);
    }

    [Fact]
    public async Task All_thirty_are_sold_to_fifty_and_none_is_lost()
    {
        var cohort = await Given.OpenCohort(seats: 30);

        await AllAtOnce(cohort);

        await AssertSeatsAgree(cohort, taken: 30);
    }

    [Fact]
    public async Task One_address_at_twenty_browsers_at_once_holds_one_seat()
    {
        var cohort = await Given.OpenCohort();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Site.NewVisitor().Register(cohort, Journey.Email)));

        await AssertSeatsAgree(cohort, taken: 1);
    }

    /// <summary>The negative control: the same rules without the lock sell one seat to everybody.</summary>
    [Fact]
    public async Task Without_the_lock_is_sold_to_all_who_ask_at_once()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        var policies = await Given.Policies();
        using var allHaveRead = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Site.Db(async db =>
        {
            var read = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
            var refusal = read.RefusalFor(live: null, Site.Now);
            Assert.Null(refusal);
            Assert.True(allHaveRead.SignalAndWait(Patience));
            db.Enrollments.Add(read.HoldSeat(Some.Registration() with { Accepted = policies }, live: null, Some.HoldTime, Site.Now));
            await db.SaveChangesAsync();
        }))));

        Assert.Equal(2, await Site.Db(db => db.Enrollments.Live().CountAsync(e => e.CohortId == cohort.Id)));
        Assert.Equal(1, await Site.Db(db => db.Cohorts.Select(c => c.SeatsTaken).SingleAsync()));
    }

    // All have the form before them when the first one sends it.
    private async Task<IReadOnlyList<Page>> AllAtOnce(Cohort cohort)
    {
        var forms = await Task.WhenAll(Enumerable.Range(0, Wanted).Select(_ => Site.NewVisitor().Open($"/cohorts/{cohort.Reference}/enrollments/new")));
        return await Task.WhenAll(forms.Select(page => page.Submit(form => form.FillIn())));
    }

    private async Task AssertSeatsAgree(Cohort cohort, int taken)
    {
        Assert.Equal(taken, await Site.Db(db => db.Enrollments.Live().CountAsync(e => e.CohortId == cohort.Id)));
        Assert.Equal(taken, await Site.Db(db => db.Cohorts.Where(c => c.Id == cohort.Id).Select(c => c.SeatsTaken).SingleAsync()));
    }
}
