using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Tests.Email;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>What the enrollment page says of an email is what became of it.</summary>
public sealed class MailStatesTests : MailStory
{
    [Fact]
    public async Task The_copy_of_a_confirmation_is_on_its_way_then_gone_then_undeliverable()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now));

        Assert.Contains($"A copy is on its way to {Journey.Email}", await TextOf(enrollment), StringComparison.Ordinal);
        var mail = Assert.Single(await Site.MailsTo(Journey.Email));
        Assert.Contains($"A copy went to {Journey.Email}", await TextOf(enrollment), StringComparison.Ordinal);
        await Site.StandIns.MailEvents.Bounce(mail);

        var text = await TextOf(enrollment);
        Assert.Contains($"A copy could not be delivered to {Journey.Email}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A copy went to", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_copy_was_written_none_is_told_of()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);

        Assert.DoesNotContain("A copy", await TextOf(enrollment), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_links_of_several_enrollments_that_come_back_stand_on_the_page_of_each_and_make_one_case()
    {
        var first = await Given.ConfirmedEnrollment(await Given.OpenCohort(reference: "ipt-one"), Journey.Email);
        var second = await Given.ConfirmedEnrollment(await Given.OpenCohort(reference: "ipt-two"), Journey.Email);
        var stranger = await Given.ConfirmedEnrollment(await Given.OpenCohort(reference: "ipt-three"), "other@clinic.example");
        await (await Visitor.Open("/my-enrollments")).Submit(form => form.Fill("Email", Journey.Email));

        await Site.StandIns.MailEvents.Bounce(Assert.Single(await Site.MailsTo(Journey.Email)));

        foreach (var one in (Enrollment[])[first, second]) Assert.Contains("came back", await TextOf(one), StringComparison.Ordinal);
        Assert.DoesNotContain("came back", await TextOf(stranger), StringComparison.Ordinal);
        var opened = await Site.Db(db => db.OpenCases.Select(c => c.Order!.EnrollmentId).ToListAsync());
        Assert.Equal(second.Id, Assert.Single(opened));
    }

    private async Task<string> TextOf(Enrollment enrollment) => (await Site.NewVisitor().Open($"/enrollments/{enrollment.LinkToken}")).Text;
}
