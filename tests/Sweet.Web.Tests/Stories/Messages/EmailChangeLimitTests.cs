using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>Each wish emails a stranger: five a day for one enrollment, three for one address, on all instances together.</summary>
public sealed class EmailChangeLimitTests : Story
{
    [Fact]
    public async Task The_sixth_of_an_enrollment_in_a_day_is_refused_in_words()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        for (var i = 0; i < 5; i++) Assert.Equal(200, (await Ask(enrollment, $"new{i}@clinic.example")).Status);

        var sixth = await Ask(enrollment, "new5@clinic.example");

        Assert.Equal(422, sixth.Status);
        Assert.Contains("try again tomorrow", sixth.ProblemOf("Email"), StringComparison.Ordinal);
        Assert.Empty(await Site.MailsTo("new5@clinic.example"));
        Site.Pass(TimeSpan.FromDays(1));
        Assert.Equal(200, (await Ask(enrollment, "new5@clinic.example")).Status);
    }

    [Fact]
    public async Task The_fourth_to_one_address_is_refused_from_whichever_enrollment_and_however_it_is_written()
    {
        var cohort = await Given.OpenCohort();
        var enrollments = await Many(cohort, 4);
        await Given.ConfirmedEnrollment(await Given.OpenCohort(), "stranger@clinic.example");
        string[] spellings = ["stranger@clinic.example", "Stranger@clinic.example", "STRANGER@Clinic.example", "stranger@CLINIC.example"];
        for (var i = 0; i < 3; i++) await Ask(enrollments[i], spellings[i]);

        var fourth = await Ask(enrollments[3], spellings[3]);

        Assert.Equal(422, fourth.Status);
        Assert.Equal(3, await Site.Db(db => db.EmailChanges.CountAsync()));
    }

    [Fact]
    public async Task The_third_to_an_address_that_nobody_has_proven_is_refused_since_it_gets_no_mail()
    {
        var enrollments = await Many(await Given.OpenCohort(), 3);
        for (var i = 0; i < 2; i++) Assert.Equal(200, (await Ask(enrollments[i], "stranger@clinic.example")).Status);

        var third = await Ask(enrollments[2], "stranger@clinic.example");

        Assert.Equal(422, third.Status);
        Assert.Contains("try again tomorrow", third.ProblemOf("Email"), StringComparison.Ordinal);
        Assert.Equal(2, await Site.Db(db => db.EmailChanges.CountAsync()));
        Assert.Equal(2, (await Site.MailsTo("stranger@clinic.example")).Count);
    }

    [Fact]
    public async Task Replacing_the_link_does_not_begin_the_count_anew()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        for (var i = 0; i < 5; i++) await Ask(enrollment, $"new{i}@clinic.example");
        var page = await (await Visitor.Open($"/enrollments/{enrollment.LinkToken}/link-replacements/new")).Submit("Replace my link");

        var sixth = await (await Visitor.Open($"/enrollments/{page.Token()}/email-changes/new")).Submit(form => form.Fill("Email", "new5@clinic.example"));

        Assert.Equal(422, sixth.Status);
    }

    [Fact]
    public async Task Twenty_at_once_are_five()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Site.NewVisitor().Open($"/enrollments/{enrollment.LinkToken}/email-changes/new")));

        var answers = await Task.WhenAll(pages.Select((page, i) => page.Submit(form => form.Fill("Email", $"new{i}@clinic.example"))));

        Assert.Equal((5, 15), (answers.Count(a => a.Status == 200), answers.Count(a => a.Status == 422)));
    }

    private async Task<List<Enrollment>> Many(Cohort cohort, int count)
    {
        List<Enrollment> all = [];
        for (var i = 0; i < count; i++) all.Add(await Given.ConfirmedEnrollment(cohort));
        return all;
    }

    private async Task<Page> Ask(Enrollment enrollment, string email) =>
        await (await Visitor.Open($"/enrollments/{enrollment.LinkToken}/email-changes/new")).Submit(form => form.Fill("Email", email));
}
