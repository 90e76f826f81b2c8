using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests;
using Sweet.Sandbox.Faults;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters;
using Sweet.Web.Email.Letters.Addresses;
using Sweet.Web.Email.Letters.Courses;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Restoring;

namespace Sweet.Web.Tests.Email;

/// <summary>What each letter stands on is saved with it, and is asked of the other rows later.</summary>
public class MessageTruthTests : MailStory
{
    [Fact]
    public async Task A_withdrawal_while_that_is_why_the_enrollment_ended()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        await Tell(enrollment, e => new WithdrawnLetter(e, e.Cohort.Withdraw(e, 0, Some.Staff, Site.Now)));

        await Untrue(
            "the enrollment is Cancelled",
            db => db.Enrollments.ExecuteUpdateAsync(set => set.SetProperty(e => e.CancelledWhy, CancellationReason.Disputed)));
    }

    [Fact]
    public async Task A_reminder_while_the_enrollment_is_live()
    {
        await Tell(await Given.Enrollment(await Given.OpenCohort()), e => new AlreadyEnrolledLetter(e, Site.Now));

        await Untrue(
            "the enrollment is Expired",
            db => db.Enrollments.ExecuteUpdateAsync(set => set.SetProperty(e => e.Status, EnrollmentStatus.Expired)));
    }

    [Fact]
    public async Task A_refund_while_it_stands()
    {
        await Tell(await Given.Enrollment(await Given.OpenCohort()), e => new RefundedLetter(e, RefundOf(e)));

        await Untrue("the refund has moved on since", FailRefunds);
    }

    [Fact]
    public async Task News_of_a_refund_while_it_is_in_that_state()
    {
        await Tell(await Given.Enrollment(await Given.OpenCohort()), e =>
        {
            var refund = RefundOf(e);
            var sent = new RefundFacts("re_1", refund.Payment.IdAtStripe, RefundStatus.Succeeded, refund.Amount, refund.Id, null);
            e.Order.Apply(sent, Some.Staff, Site.Now);
            return RefundMovedLetter.For(e, refund);
        });

        await Untrue("the refund has moved on since", FailRefunds);
    }

    [Fact]
    public async Task A_notice_to_staff_while_its_case_is_open()
    {
        var failing = await Mail.Queue();
        Mail.SendGrid.Next(Fault.TooLarge);
        await Mail.Round();

        await Untrue(
            "nothing in it is waiting anymore",
            db => db.OpenCases.ExecuteUpdateAsync(set => set.SetProperty(c => c.ResolvedAtUtc, Site.Now)),
            (await Mail.Messages()).Single(m => m.Id != failing));
    }

    [Fact]
    public async Task A_question_for_consent_while_nobody_has_answered_it()
    {
        var course = await Given.Course();
        var accepted = await Given.Policies();
        var interest = await Saved(
            new CourseInterest(course.Id, Some.Email("ana@clinic.example"), accepted.PrivacyPolicyVersionId, Site.Now));
        await Tell(await Given.Enrollment(await Given.OpenCohort()), _ => new InterestAskedLetter(interest, course, Site.Now));

        await Untrue(
            "the request was confirmed or taken back",
            db => db.CourseInterests.ExecuteUpdateAsync(set => set.SetProperty(i => i.ConfirmedAtUtc, Site.Now)));
    }

    [Fact]
    public async Task News_of_a_cohort_while_it_takes_registrations()
    {
        var cohort = await Given.OpenCohort();
        var interest = new CourseInterest(cohort.CourseId, Some.Email("ana@clinic.example"), privacyPolicyVersionId: 1, Site.Now);
        await Tell(await Given.Enrollment(cohort), _ => new CohortOpenedLetter(interest, cohort, Site.Now, Site.Now));

        await Untrue(
            "the cohort takes no registrations",
            db => db.Cohorts.ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CohortStatus.Closed)));
    }

    [Fact]
    public async Task A_question_to_a_new_address_until_a_newer_one_takes_its_place()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort());
        var change = await Site.Db(async db =>
        {
            var asked = new EmailChange(await db.Enrollments.Whole().SingleAsync(), Some.Email("new@clinic.example"), Site.Now);
            db.EmailChanges.Add(asked);
            await db.SaveChangesAsync();
            return asked;
        });
        await Tell(enrollment, _ => new EmailChangeAskedLetter(change));

        await Untrue(
            "the change of address is over",
            db => db.EmailChanges.ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAtUtc, Site.Now)));
    }

    [Fact]
    public async Task Links_to_several_pages_while_none_was_replaced()
    {
        var first = await Given.Enrollment(await Given.OpenCohort(), "ana@clinic.example");
        var second = await Given.OpenCohort(reference: "second-cohort");
        var other = await Given.Enrollment(second, "ana@clinic.example");
        var both = await Site.Db(db => db.Enrollments.Whole().OrderBy(e => e.Id).ToListAsync());
        await Tell(first, _ => YourLinksLetter.For(both, Site.Now, Site.Now));

        await Untrue(
            "a link in it was replaced",
            db => db.Enrollments.Where(e => e.Id == other.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.MailedToken, RandomText.Token())));
    }

    private Task Tell(Enrollment enrollment, Func<Enrollment, Letter?> letter) =>
        Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(letter(e), Site.Now));

    /// <summary>The message is true, and after the change it is not.</summary>
    private async Task Untrue(string why, Func<SweetDbContext, Task> change, Message? message = null)
    {
        message ??= Assert.Single(await Mail.Messages());
        Assert.Null(await WhyUntrue(message));

        await Site.Db(change);

        Assert.Equal(why, await WhyUntrue(message));
    }

    private Task<string?> WhyUntrue(Message message) =>
        Site.Do<MessageTruth, string?>(truth => truth.WhyUntrue(message, Site.Now, default));

    private static Task FailRefunds(SweetDbContext db) =>
        db.Refunds.ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, RefundStatus.Failed));

    private Task<T> Saved<T>(T row)
        where T : class => Site.Db(async db =>
    {
        db.Add(row);
        await db.SaveChangesAsync();
        return row;
    });

    private Refund RefundOf(Enrollment enrollment)
    {
        var order = enrollment.Order;
        var checkout = Some.OpenCheckout(order, Site.Now);
        new SettlementRules(enrollment.Cohort, order, Some.Staff, Site.Now).Settle(checkout, Some.Complete(checkout), otherLive: null);
        return order.RequestRefund(order.Payments[0], order.Total, RefundReason.Staff, Some.Staff, Site.Now);
    }
}
