using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Tests;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Reconciling;

/// <summary>After a restore nobody is emailed a second time what has left since the copy was made.</summary>
public sealed class RestoredMailTests : RestoreStory
{
    private const string Staff = "staff@clinic.example";
    private const int YesterdaysAndTodays = 2;

    [Fact]
    public async Task News_of_a_cohort_that_left_before_the_restore_does_not_leave_again()
    {
        await Given.Course();
        await Ask();
        Site.Pass(TimeSpan.FromDays(1));
        await OpenedNow();
        await BackUp();
        await Site.Tick<AnnouncementsWork>();
        var mailed = await Mailed();
        Site.Pass(TimeSpan.FromHours(1));
        await Restore();
        await Site.Reconcile();

        await Site.Tick<AnnouncementsWork>();

        Assert.Contains(Journey.Email, mailed);
        Assert.Equal(mailed, await Mailed());
    }

    [Fact]
    public async Task News_of_a_cohort_that_opens_after_the_restore_is_told()
    {
        await Given.Course();
        await Ask();
        var mailed = await Mailed();
        await BackUp();
        await Restore();
        await Site.Reconcile();
        Site.Pass(TimeSpan.FromDays(1));
        await OpenedNow();

        await Site.Tick<AnnouncementsWork>();

        Assert.Equal(mailed.Count + 1, (await Mailed()).Count);
    }

    [Theory]
    [InlineData(10)] // half past eight: the morning's digest may have left
    [InlineData(9)] // half past seven: it cannot have
    public async Task The_digest_of_a_morning_leaves_once_before_the_restore_or_after_it(int restoredAfterHours)
    {
        await Site.Db(async db =>
        {
            db.OpenCases.Add(new OpenCase(OpenCaseKind.RefundFailed, "re_1", null, Site.Now.AddDays(-1)));
            await db.SaveChangesAsync();
        });
        await Site.Tick<DigestWork>();
        await Site.SendMail();
        Site.Pass(TimeSpan.FromHours(12.5));
        await BackUp();
        Site.Pass(TimeSpan.FromHours(restoredAfterHours));
        await Site.Tick<DigestWork>();
        await Site.SendMail();
        await Restore();
        await Site.Reconcile();
        Site.Pass(TimeSpan.FromHours(1));

        await Site.Tick<DigestWork>();

        Assert.Equal(YesterdaysAndTodays, (await Site.MailsTo(Staff)).Count(mail => mail.Subject.Contains("wait", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Links_that_were_mailed_before_the_restore_do_not_leave_again()
    {
        var cohort = await Given.OpenCohort();
        await Given.ConfirmedEnrollment(cohort, Journey.Email);
        await (await Site.NewVisitor().Open("/my-enrollments")).Submit(form => form.Fill("Email", Journey.Email));
        await BackUp();
        await Site.Tick<LinkRequestsWork>();
        var mailed = await Mailed();
        Site.Pass(TimeSpan.FromHours(1));
        await Restore();
        await Site.Reconcile();

        await Site.Tick<LinkRequestsWork>();

        Assert.Single(mailed);
        Assert.Equal(mailed, await Mailed());
    }

    private async Task Ask()
    {
        var visitor = Site.NewVisitor();
        await (await visitor.Open("/courses/interpersonal-psychotherapy/interests/new")).Submit(form => form.Fill("Email", Journey.Email).Tick("Consent"));
        await Site.Tick<LinkRequestsWork>();
        var token = await Site.Db(db => db.CourseInterests.Select(i => i.Token).SingleAsync());
        await (await visitor.Open($"/interests/{token}")).Submit("Yes, tell me");
    }

    private Task<Cohort> OpenedNow() => Given.OpenCohort(change: cohort =>
    {
        cohort.Close(Some.Staff, Site.Now);
        cohort.Open(Some.Staff, Site.Now);
    });
}
