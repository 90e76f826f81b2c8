using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Messages;
using Sweet.Domain.Tests;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Courses;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Email;

public class OutboxTests : MailStory
{
    [Fact]
    public async Task Tells_a_fact_once()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now));
        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now));

        var message = Assert.Single(await Mail.Messages());
        Assert.Equal(enrollment.Id, message.EnrollmentId);
        Assert.Equal(enrollment.Email, message.ToAddress);
    }

    [Fact]
    public async Task Tells_a_fact_once_within_one_save()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        await Mail.Tell(enrollment.Id, async (outbox, e) =>
        {
            await outbox.Tell(new HoldEndedLetter(e), Site.Now);
            await outbox.Tell(new HoldEndedLetter(e), Site.Now);
        });

        Assert.Single(await Mail.Messages());
    }

    [Fact]
    public async Task Saves_nothing_by_itself()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        await Site.Do<Outbox>(async outbox => await outbox.Tell(new HoldEndedLetter(await Loaded(enrollment.Id)), Site.Now));

        Assert.Empty(await Mail.Messages());
    }

    [Fact]
    public async Task Reminds_of_an_enrollment_once_an_hour()
    {
        var enrollment = await Given.Enrollment(await Given.OpenCohort());

        await Mail.Tell(enrollment.Id, (outbox, e) => Remind(outbox, e, Site.Now));
        await Mail.Tell(enrollment.Id, (outbox, e) => Remind(outbox, e, Site.Now.AddMinutes(20)));
        await Mail.Tell(enrollment.Id, (outbox, e) => Remind(outbox, e, Site.Now.AddMinutes(60)));

        Assert.Equal(2, (await Mail.Messages()).Count);
    }

    [Fact]
    public async Task Mails_the_same_links_once_in_ten_minutes()
    {
        var enrollment = await Given.Enrollment(await Given.OpenCohort());

        await Mail.Tell(enrollment.Id, (outbox, e) => MailLinks(outbox, e, Site.Now));
        await Mail.Tell(enrollment.Id, (outbox, e) => MailLinks(outbox, e, Site.Now.AddMinutes(5)));
        await Mail.Tell(enrollment.Id, (outbox, e) => MailLinks(outbox, e, Site.Now.AddMinutes(10)));

        var messages = await Mail.Messages();
        Assert.Equal(2, messages.Count);
        Assert.All(messages, m => Assert.DoesNotContain(enrollment.Email, m.Fact, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_nothing_where_there_are_no_links()
    {
        var enrollment = await Given.Enrollment(await Given.OpenCohort());

        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(YourLinksLetter.For([], Site.Now, Site.Now), Site.Now));

        Assert.Empty(await Mail.Messages());
    }

    [Fact]
    public async Task Keeps_tokens_out_of_the_names_of_facts()
    {
        var course = await Given.Course();
        var interest = new CourseInterest(course.Id, Some.Email("ana@clinic.example"), privacyPolicyVersionId: 1, Site.Now);
        var enrollment = await Given.Enrollment(await Given.OpenCohort());

        await Mail.Tell(enrollment.Id, (outbox, _) => outbox.Tell(new InterestAskedLetter(interest, course, Site.Now), Site.Now));

        var message = Assert.Single(await Mail.Messages());
        Assert.DoesNotContain(interest.Token, message.Fact, StringComparison.Ordinal);
        Assert.Contains($"https://sweet.test/interests/{interest.Token}", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_to_staff_without_naming_anybody()
    {
        var enrollment = await Given.Enrollment(await Given.OpenCohort());

        await Mail.Tell(
            enrollment.Id, (outbox, _) => outbox.StaffNotice("case 7 opened", "A payment needs a look", "The amount differs.", Site.Now));

        var message = Assert.Single(await Mail.Messages());
        Assert.Equal("staff@clinic.example", message.ToAddress);
        Assert.Contains("The amount differs.", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Puts_what_somebody_waits_for_before_the_rest()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());

        await Mail.Tell(enrollment.Id, async (outbox, e) =>
        {
            await outbox.Tell(new HoldEndedLetter(e), Site.Now);
            await outbox.Tell(YourLinksLetter.For([e], Site.Now, Site.Now), Site.Now);
            await outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now);
        });

        var order = await Site.Db(db => db.Messages.MostUrgentFirst().Select(m => m.Kind).ToListAsync());
        Assert.Equal(["EnrollmentConfirmed", "YourLinks", "HoldEnded"], order);
    }

    [Fact]
    public async Task Tells_of_no_enrollment_that_is_not_about_to_be_saved()
    {
        var enrollment = await Given.Enrollment(await Given.OpenCohort());
        var unsaved = new HoldEndedLetter(Some.Enrollment());

        await Assert.ThrowsAsync<ArgumentException>(() => Mail.Tell(enrollment.Id, (outbox, _) => outbox.Tell(unsaved, Site.Now)));
    }

    [Fact]
    public async Task A_letter_of_a_new_enrollment_is_saved_with_it_and_belongs_to_it()
    {
        await Site.NewVisitor().Register(await Given.OpenCohort());

        var enrollment = await Site.Db(db => db.Enrollments.SingleAsync());
        var message = await Site.Db(db => db.Messages.SingleAsync());
        Assert.Equal((enrollment.Id, $"enrollment {enrollment.Number} held"), (message.EnrollmentId, message.Fact));
    }

    private Task<bool> MailLinks(Outbox outbox, Domain.Enrollments.Enrollment enrollment, DateTime nowUtc) =>
        outbox.Tell(YourLinksLetter.For([enrollment], Site.Now, nowUtc), nowUtc);

    private static Task<bool> Remind(Outbox outbox, Domain.Enrollments.Enrollment enrollment, DateTime nowUtc) =>
        outbox.Tell(new AlreadyEnrolledLetter(enrollment, nowUtc), nowUtc);

    private Task<Domain.Enrollments.Enrollment> Loaded(int id) => Site.Db(db =>
        db.Enrollments.Include(e => e.Cohort.Course).Include(e => e.Cohort.Meetings).Include(e => e.Order).SingleAsync(e => e.Id == id));
}
