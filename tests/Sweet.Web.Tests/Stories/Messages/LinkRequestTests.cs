using Microsoft.EntityFrameworkCore;
using Serilog.Events;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>A request for links that breaks each time that it is answered.</summary>
public sealed class LinkRequestTests : Story
{
    [Fact]
    public async Task Keeps_no_other_waiting_and_is_given_up_in_the_end_and_told_to_staff()
    {
        await Broken(Journey.Email);
        await Given.ConfirmedEnrollment(await Given.OpenCohort(reference: "ipt-sound"), "other@clinic.example");
        await Ask(Journey.Email);
        await Ask("other@clinic.example");

        Assert.Single(await Site.MailsTo("other@clinic.example"));
        for (var hour = 0; hour < 12; hour++)
        {
            await Site.Tick<LinkRequestsWork>();
            Site.Pass(TimeSpan.FromHours(1));
        }

        Assert.Empty(await Site.Db(db => db.LinkRequests.ToListAsync()));
        Assert.Equal(LinkRequest.MostAttempts, Site.Log.Events.Count(e => e.MessageTemplate.Text.Contains("could not be answered", StringComparison.Ordinal)));
        Assert.Contains(Site.Log.Events, e => e.Level == LogEventLevel.Error && e.MessageTemplate.Text.Contains("is given up", StringComparison.Ordinal));
        var notice = Assert.Single(await Site.MailsTo("staff@clinic.example"));
        Assert.Contains("it will not be tried again", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@", notice.Text, StringComparison.Ordinal);
    }

    /// <summary>Whoever settles a payment takes the cohort first and then its rows: on SQL Server both would wait for ever.</summary>
    [Fact]
    public async Task Is_answered_without_a_lock_on_any_cohort_or_enrollment()
    {
        await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        await Ask(Journey.Email);
        Site.Statements.Take();

        await Site.Tick<LinkRequestsWork>();

        var locks = Site.Statements.Take().Where(s => s.Contains("UPDATE", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(locks);
        Assert.DoesNotContain(locks, s => s.Contains("\"Cohorts\"", StringComparison.Ordinal) || s.Contains("\"Enrollments\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_answered_once_what_was_broken_is_mended()
    {
        var cohort = await Broken(Journey.Email);
        await Ask(Journey.Email);
        await Site.Tick<LinkRequestsWork>();

        await Zone(cohort, "America/New_York");
        Site.Pass(TimeSpan.FromMinutes(1));

        Assert.Single(await Site.MailsTo(Journey.Email));
        Assert.Empty(await Site.MailsTo("staff@clinic.example"));
    }

    private async Task<int> Broken(string email)
    {
        var cohort = await Given.OpenCohort(reference: "ipt-broken");
        await Given.ConfirmedEnrollment(cohort, email);
        await Zone(cohort.Id, "Nowhere/Land");
        return cohort.Id;
    }

    private Task<int> Zone(int cohortId, string zone) => Site.Db(db => db.Cohorts.Where(c => c.Id == cohortId).ExecuteUpdateAsync(set => set.SetProperty(c => c.TimeZone, zone)));

    private async Task Ask(string email) => await (await Visitor.Open("/my-enrollments")).Submit(form => form.Fill("Email", email));
}
