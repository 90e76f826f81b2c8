using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.SendGrid.Events;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Tests.Email;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>An email that is refused for its size says nothing of the student's address.</summary>
public sealed class TooLargeMailTests : MailStory
{
    [Fact]
    public async Task SendGrid_refuses_it()
    {
        Mail.SendGrid.Next(Fault.TooLarge);
        var enrollment = await Confirmed();

        await Site.MailsTo(Journey.Email);

        await AssertAddressIsNotBlamed(enrollment);
    }

    [Theory]
    [InlineData("552 5.3.4 Message size exceeds fixed maximum message size")]
    [InlineData("552 5.2.3 Message exceeds the limit of this mailbox")]
    [InlineData("554 message too big for system")]
    public async Task The_mail_server_of_the_student_refuses_it(string reason)
    {
        var enrollment = await Confirmed();
        var mail = Assert.Single(await Site.MailsTo(Journey.Email));

        await Site.StandIns.MailEvents.Send([new MailEvent(mail, "bounce", reason, Site.Clock.GetUtcNow())]);

        await AssertAddressIsNotBlamed(enrollment);
        var known = CaseText.Known(await Site.Db(db => db.OpenCases.SingleAsync()));
        Assert.Contains("refused for its size", known, StringComparison.Ordinal);
    }

    private async Task<Enrollment> Confirmed()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now));
        return enrollment;
    }

    private async Task AssertAddressIsNotBlamed(Enrollment enrollment)
    {
        var page = await Site.NewVisitor().Open($"/enrollments/{enrollment.LinkToken}");
        Assert.Contains($"A copy could not be delivered to {Journey.Email}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("came back", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Correct the address", page.Links);
        Assert.Single(await Site.Db(db => db.OpenCases.ToListAsync()));
    }
}
