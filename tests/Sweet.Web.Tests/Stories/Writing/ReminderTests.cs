using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers.Cohorts;

namespace Sweet.Web.Tests.Stories.Writing;

/// <summary>A week, a day and an hour before a class: once each, at its time, to those who are enrolled.</summary>
public sealed class ReminderTests : Story
{
    private const string Ana = "ana@clinic.example";

    [Fact]
    public async Task A_week_a_day_and_an_hour_before_the_first_class_each_once()
    {
        var cohort = await Enrolled();

        await At(cohort, TimeSpan.FromDays(7));
        await At(cohort, TimeSpan.FromDays(6));
        await At(cohort, TimeSpan.FromDays(1));
        await At(cohort, TimeSpan.FromHours(1));
        await Site.Tick<RemindersWork>();

        Assert.Equal(
            [
                "[Test] Tue, January 12, 2027: class 1 of Interpersonal Psychotherapy (IPT)",
                "[Test] Tomorrow, 7:00 pm EST: class 1 of Interpersonal Psychotherapy (IPT)",
                "[Test] At 7:00 pm EST: class 1 of Interpersonal Psychotherapy (IPT)",
            ],
            await Site.Db(db => db.Messages.OrderBy(m => m.Id).Select(m => m.Subject).ToListAsync()));
    }

    [Fact]
    public async Task It_leads_to_the_students_own_page_and_brings_the_calendar()
    {
        var cohort = await Enrolled();

        await At(cohort, TimeSpan.FromDays(1));

        var mail = Assert.Single(await Site.MailsTo(Ana));
        Assert.Contains("is tomorrow at 7:00 pm EST.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday, January 12, 2027, 7:00–9:00 pm EST", mail.Text, StringComparison.Ordinal);
        Assert.Equal("You are enrolled", (await Visitor.Open(mail.Link())).Heading);
        Assert.Contains(mail.Attachments, file => file.Type.StartsWith("text/calendar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_comes_too_late_is_not_sent()
    {
        var cohort = await Enrolled();

        await At(cohort, TimeSpan.FromDays(2));
        await At(cohort, TimeSpan.Zero);

        Assert.DoesNotContain(await Site.MailsTo(Ana), m => m.Subject.Contains("class 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_stop_what_is_still_worth_it_is_sent()
    {
        var cohort = await Enrolled();

        await At(cohort, TimeSpan.FromHours(3));

        Assert.Contains("Today, 7:00 pm EST", Assert.Single(await Site.MailsTo(Ana)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_that_was_moved_is_told_of_at_its_new_time_and_not_twice_at_the_same()
    {
        var cohort = await Enrolled();
        await At(cohort, TimeSpan.FromDays(1));

        await Move(cohort, hours: 24);
        await Site.Tick<RemindersWork>();
        Site.Pass(TimeSpan.FromDays(1));
        await Site.Tick<RemindersWork>();
        await Move(cohort, hours: -24);
        await Site.Tick<RemindersWork>();

        Assert.Equal(2, (await Site.MailsTo(Ana)).Count(m => m.Subject.Contains("class 1", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_who_was_enrolled_when_it_was_due_is_reminded()
    {
        var cohort = await Enrolled();
        await Given.Enrollment(cohort, "held@clinic.example");
        Site.Pass(cohort.FirstClassAtUtc - TimeSpan.FromHours(20) - Site.Now);
        await Given.ConfirmedEnrollment(cohort, "late@clinic.example");

        await Site.Tick<RemindersWork>();

        Assert.Single(await Site.MailsTo(Ana));
        Assert.Empty(await Site.MailsTo("held@clinic.example"));
        Assert.Empty(await Site.MailsTo("late@clinic.example"));
    }

    [Fact]
    public async Task A_cohort_larger_than_a_page_is_reminded_whole()
    {
        var cohort = await Given.OpenCohort(seats: 200);
        for (var i = 0; i < 120; i++) await Given.ConfirmedEnrollment(cohort);

        await At(cohort, TimeSpan.FromDays(1));
        await Site.Tick<RemindersWork>();

        Assert.Equal(120, await Site.Db(db => db.Messages.CountAsync(m => m.Kind == "Reminder")));
    }

    [Fact]
    public async Task Each_kind_can_be_switched_off()
    {
        Site.With("Reminders:Day", "false");
        var cohort = await Enrolled();

        await At(cohort, TimeSpan.FromDays(1));
        await At(cohort, TimeSpan.FromHours(1));

        Assert.Contains("At 7:00 pm EST", Assert.Single(await Site.MailsTo(Ana)).Subject, StringComparison.Ordinal);
    }

    private async Task<Cohort> Enrolled()
    {
        var cohort = await Given.OpenCohort();
        await Given.ConfirmedEnrollment(cohort, Ana);
        return cohort;
    }

    private async Task At(Cohort cohort, TimeSpan before)
    {
        Site.Pass(cohort.FirstClassAtUtc - before - Site.Now);
        await Site.Tick<RemindersWork>();
    }

    private Task Move(Cohort cohort, int hours) => Site.Db(async db =>
    {
        var moved = await db.Cohorts.Include(c => c.Meetings).SingleAsync(c => c.Id == cohort.Id);
        var first = moved.Meetings.Single(m => m.Number == 1);
        moved.MoveMeeting(first, first.StartsAtLocal.AddHours(hours), first.Minutes, Site.Now);
        await db.SaveChangesAsync();
    });
}
