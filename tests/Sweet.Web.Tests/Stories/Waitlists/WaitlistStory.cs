using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Waitlists;

/// <summary>A story about a cohort of which all seats are taken.</summary>
public abstract class WaitlistStory : PaidStory
{
    protected async Task<(Cohort Cohort, Enrollment Seated)> Full()
    {
        var cohort = await Given.OpenCohort(seats: 1);
        return (cohort, await Given.Enrollment(cohort));
    }

    /// <summary>In line, through the pages and the emailed link.</summary>
    /// <returns>The person's own page.</returns>
    protected async Task<Page> Join(Cohort cohort, string email)
    {
        await Ask(cohort, email);
        var asked = await Site.NewVisitor().Open($"/waitlist-entries/{(await Entry(email)).Token}");
        return await asked.Submit("Yes, put me in line");
    }

    /// <summary>The form is sent, and the worker has answered.</summary>
    protected async Task<Page> Ask(Cohort cohort, string email)
    {
        using var visitor = Site.NewVisitor();
        var form = await visitor.Open($"/cohorts/{cohort.Reference}/waitlist-entries/new");
        var sent = await form.Submit(f => f.Fill("First name", "Noor").Fill("Last name", "Haddad").Fill("Email", email).Tick("Consent"));
        await Site.Tick<LinkRequestsWork>();
        return sent;
    }

    protected Task GiveBack(Enrollment seated) => Site.Db(db => db.InTransaction(
        async transaction =>
        {
            await db.LockCohort(seated.CohortId, default);
            var enrollment = await db.Enrollments.Include(e => e.Cohort).SingleAsync(e => e.Id == seated.Id);
            enrollment.Cohort.Release(enrollment, ExpiryReason.GivenBack, Actor.Student, Site.Now);
            await transaction.SaveAndCommit(CancellationToken.None);
        },
        default));

    protected Task OfferSeats() => Site.Tick<OffersWork>();

    protected Task<WaitlistEntry> Entry(string email) => Site.Db(db => db.WaitlistEntries.AsNoTracking()
        .Where(e => e.EmailKey == email).OrderByDescending(e => e.Id).FirstAsync());

    /// <summary>The counters are what the rows say.</summary>
    protected async Task AssertSeatsAgree(Cohort cohort) => await Site.Db(async db =>
    {
        var saved = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == cohort.Id);
        var live = await db.Enrollments.Live().CountAsync(e => e.CohortId == cohort.Id);
        var offered = await db.WaitlistEntries.CountAsync(e => e.CohortId == cohort.Id && e.Status == WaitlistStatus.Offered);
        var waiting = await db.WaitlistEntries.CountAsync(e => e.CohortId == cohort.Id && e.Status == WaitlistStatus.Waiting);
        Assert.Equal((live + offered, waiting), (saved.SeatsTaken, saved.Waiting));
        Assert.InRange(saved.SeatsTaken, 0, saved.Capacity);
    });
}
