using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Waitlists;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>The line of the cohort, and what those who are in it do.</summary>
internal sealed class ModelledLine(SiteFactory site, Cohort cohort)
{
    public async Task Join(ModelledStudent student)
    {
        await student.AskForPlace($"/cohorts/{cohort.Reference}/waitlist-entries/new");
        await site.Tick<LinkRequestsWork>();
        if (await PlaceOf(student) is { } place) await student.PressInLine(place, "Yes, put me in line");
    }

    public async Task Take(ModelledStudent student)
    {
        if (await PlaceOf(student) is not { } place || await StatusOf(student) != WaitlistStatus.Offered) return;

        await student.PressInLine(place, "Take the seat");
        await student.TakeOffer(place);
    }

    public async Task Leave(ModelledStudent student)
    {
        if (await PlaceOf(student) is not { } place) return;

        await student.PressInLine(place, "Leave the line");
        await student.PressInLine(place, "No, give it to the next person");
    }

    public Task<int> Count(WaitlistStatus status) =>
        site.Db(db => db.WaitlistEntries.CountAsync(e => e.CohortId == cohort.Id && e.Status == status));

    private Task<string?> PlaceOf(ModelledStudent student) =>
        site.Db(db => db.WaitlistEntries.Where(e => e.CohortId == cohort.Id && e.EmailKey == student.Email)
            .OrderByDescending(e => e.Id).Select(e => "/waitlist-entries/" + e.Token).FirstOrDefaultAsync());

    private Task<WaitlistStatus> StatusOf(ModelledStudent student) => site.Db(db => db.WaitlistEntries
        .Where(e => e.CohortId == cohort.Id && e.EmailKey == student.Email).OrderByDescending(e => e.Id).Select(e => e.Status).FirstAsync());
}
