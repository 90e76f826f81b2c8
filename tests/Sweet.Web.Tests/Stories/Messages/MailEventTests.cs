using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.SendGrid;
using Sweet.Sandbox.SendGrid.Events;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Tests.Email;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>What SendGrid says became of our emails.</summary>
public sealed class MailEventTests : MailStory
{
    private MailEvents Events => Site.StandIns.MailEvents;

    [Fact]
    public async Task A_mail_is_reported_delivered_by_itself()
    {
        var (enrollment, _) = await Confirmation();

        await Site.StandIns.Tick();

        var message = await Message(enrollment);
        Assert.Equal((MessageStatus.Delivered, Site.Now), (message.Status, message.DeliveredAtUtc));
        Assert.DoesNotContain("came back", (await Visitor.Open($"/enrollments/{enrollment.LinkToken}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_comes_back_stands_on_the_page_and_is_one_case_that_staff_are_told_of()
    {
        var (enrollment, mail) = await Confirmation();

        await Events.Bounce(mail);
        await Events.Bounce(mail);
        await Events.Drop(mail);

        var page = await Visitor.Open($"/enrollments/{enrollment.LinkToken}");
        Assert.Contains($"Our email to {Journey.Email} came back", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/enrollments/{enrollment.LinkToken}/email-changes/new", page.Link("Correct the address"));
        Assert.Equal(OpenCaseKind.MessageFailed, (await Cases()).Single().Kind);
        var notice = Assert.Single(await Site.MailsTo("staff@clinic.example"));
        Assert.Contains(enrollment.Number, notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_emails_that_come_back_from_one_address_are_one_case_that_leads_to_what_can_be_done()
    {
        var (enrollment, mail) = await Confirmation();
        await Events.Bounce(mail);
        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(YourLinksLetter.For([e], Site.Now, Site.Now), Site.Now));
        await Events.Bounce((await Site.MailsTo(Journey.Email))[^1]);
        var admin = await StaffVisitor.Admin(Site);

        var student = await admin.Open($"/admin/enrollments/{enrollment.Id}");
        var page = await student.Click("An email did not arrive");

        Assert.Single(await Cases());
        Assert.Contains("email to it comes back", student.Text, StringComparison.Ordinal);
        Assert.Contains(Journey.Email, page.Text, StringComparison.Ordinal);
        Assert.Equal($"/admin/enrollments/{enrollment.Id}/details/edit#Email", page.Link("Correct the address"));
        Assert.Equal("Send an email again", (await page.Click("Send it again")).Heading);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bounce_beats_a_delivery_in_either_order(bool bounceFirst)
    {
        var (enrollment, mail) = await Confirmation();
        MailEvent[] news = [MailEvents.Delivered(mail, Site.Clock.GetUtcNow()), MailEvents.Bounced(mail, Site.Clock.GetUtcNow())];

        await Events.Send(bounceFirst ? [.. news.Reverse()] : news);

        Assert.Equal(MessageStatus.Bounced, (await Message(enrollment)).Status);
    }

    [Fact]
    public async Task Twenty_at_once_of_both_kinds_end_the_same()
    {
        var (enrollment, mail) = await Confirmation();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? Events.Deliver(mail) : Events.Bounce(mail)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(MessageStatus.Bounced, (await Message(enrollment)).Status);
        Assert.Single(await Cases());
    }

    [Fact]
    public async Task A_bad_item_never_fails_its_batch()
    {
        var (enrollment, mail) = await Confirmation();
        var reference = mail.CustomArgs["sweet_message"];

        var answer = await Events.Send($$"""
            [null, 7, "text", [], {}, {"event":"bounce"}, {"event":["bounce"],"sweet_message":"{{reference}}"}, {"event":"bounce","sweet_message":12},
             {"event":"delivered","sweet_message":"00000000000000000000000000"}, {"event":"open","sweet_message":"{{reference}}"},
             {"event":"bounce","timestamp":"yesterday","reason":"cut \ud83d","sweet_message":"{{reference}}"}]
            """);

        Assert.Equal(200, answer.Status);
        Assert.Equal(MessageStatus.Bounced, (await Message(enrollment)).Status);
    }

    [Theory]
    [InlineData("processed")]
    [InlineData("deferred")]
    [InlineData("open")]
    [InlineData("click")]
    [InlineData("spamreport")]
    [InlineData("a_word_of_next_year")]
    public async Task Other_events_change_nothing(string kind)
    {
        var (enrollment, mail) = await Confirmation();

        var answer = await Events.Send([new MailEvent(mail, kind, null, Site.Clock.GetUtcNow())]);

        Assert.Equal((200, MessageStatus.Sent), (answer.Status, (await Message(enrollment)).Status));
    }

    [Fact]
    public async Task What_is_not_signed_by_SendGrid_or_long_ago_is_refused()
    {
        var (enrollment, mail) = await Confirmation();
        MailEvent[] batch = [MailEvents.Bounced(mail, Site.Clock.GetUtcNow())];
        using var another = EventKey.Another();

        var strange = await Events.Send(batch, another);
        var old = await Events.Send(batch, signedAt: Site.Clock.GetUtcNow().AddHours(-26));
        var ofTomorrow = await Events.Send(batch, signedAt: Site.Clock.GetUtcNow().AddHours(1));
        var noBatch = await Events.Send("not json");
        using var unsigned = new HttpRequestMessage(HttpMethod.Post, "/sendgrid-events") { Content = new StringContent("[]") };

        Assert.All([strange, old, ofTomorrow, noBatch], answer => Assert.Equal(400, answer.Status));
        Assert.Equal(400, (await Visitor.Send(unsigned)).Status);
        Assert.Equal(MessageStatus.Sent, (await Message(enrollment)).Status);
    }

    [Fact]
    public async Task A_delivery_that_SendGrid_repeats_hours_later_is_taken_in()
    {
        var (enrollment, mail) = await Confirmation();
        MailEvent[] batch = [MailEvents.Bounced(mail, Site.Clock.GetUtcNow())];
        var signedAt = Site.Clock.GetUtcNow();

        Site.Pass(TimeSpan.FromHours(23));
        var answer = await Events.Send(batch, signedAt: signedAt);

        Assert.Equal((200, MessageStatus.Bounced), (answer.Status, (await Message(enrollment)).Status));
    }

    [Fact]
    public async Task A_report_that_overtakes_our_save_is_kept_and_nothing_is_sent_twice()
    {
        var id = await Mail.Queue();
        Mail.SendGrid.Next(Fault.BreakAfter);
        await Mail.Round();

        await Events.Deliver(Mail.Sent.Single());
        Site.Pass(TimeSpan.FromMinutes(10));
        await Mail.Round();

        Assert.Equal(MessageStatus.Delivered, (await Mail.Message(id)).Status);
        Assert.Single(Mail.Sent);
    }

    [Fact]
    public async Task A_mail_to_staff_that_comes_back_is_told_to_nobody()
    {
        await Mail.Queue(recipient: Recipient.Staff, to: "staff@clinic.example");
        await Mail.Round();

        await Events.Bounce(Mail.Sent.Single());
        await Mail.Round();

        Assert.Single(Mail.Sent);
        Assert.Empty(await Cases());
        Assert.Contains("no one reads what Site:StaffEmail gets", Site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_gets_into_the_log()
    {
        var (_, mail) = await Confirmation();

        await Events.Bounce(mail);

        Assert.Contains("came back", Site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Journey.Email, Site.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(Enrollment Enrollment, SentMail Mail)> Confirmation()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now));
        return (enrollment, Assert.Single(await Site.MailsTo(Journey.Email)));
    }

    private Task<Message> Message(Enrollment enrollment) => Site.Db(db => db.Messages.AsNoTracking().SingleAsync(m => m.EnrollmentId == enrollment.Id));

    private Task<List<OpenCase>> Cases() => Site.Db(db => db.OpenCases.AsNoTracking().ToListAsync());
}
