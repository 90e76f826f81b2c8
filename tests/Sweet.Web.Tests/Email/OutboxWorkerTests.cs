using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Messages;
using Sweet.Sandbox.Faults;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Email;

public class OutboxWorkerTests : MailStory
{
    [Fact]
    public async Task Sends_a_message_once()
    {
        var id = await Mail.Queue(subject: "Your seat");

        Assert.Equal(1, await Mail.Round());
        Assert.Equal(0, await Mail.Round());

        var mail = Assert.Single(Mail.Sent);
        var message = await Mail.Message(id);
        Assert.Equal(MessageStatus.Sent, message.Status);
        Assert.Equal(mail.Id, message.ProviderId);
        Assert.Equal(Site.Now, message.SentAtUtc);
    }

    [Fact]
    public async Task Says_who_writes_and_who_answers()
    {
        var id = await Mail.Queue(subject: "Your seat");

        await Mail.Round();

        var mail = Assert.Single(Mail.Sent);
        Assert.Equal("courses@sweet.test", mail.From.Email);
        Assert.Equal("help@sweet.example", mail.ReplyTo?.Email);
        Assert.Equal("Ana Ortiz <ana@clinic.example>", Assert.Single(mail.To).ToString());
        Assert.Equal((await Mail.Message(id)).Reference, mail.CustomArgs["sweet_message"]);
        Assert.Equal("Words", mail.Text);
        Assert.Equal("<p>Words</p>", mail.Html);
    }

    [Theory]
    [InlineData("click_tracking")]
    [InlineData("open_tracking")]
    [InlineData("subscription_tracking")]
    [InlineData("ganalytics")]
    public async Task Switches_tracking_off(string kind)
    {
        await Mail.Queue();

        await Mail.Round();

        Assert.False(Assert.Single(Mail.Sent).TrackingSettings!.Value.GetProperty(kind).GetProperty("enable").GetBoolean());
    }

    [Fact]
    public async Task Sends_a_confirmation_before_any_backlog()
    {
        for (var i = 0; i < 5; i++) await Mail.Queue(subject: "Backlog");
        await Mail.Queue(Urgency.Confirmation, subject: "Confirmed");

        await Mail.Round();

        Assert.Equal("Confirmed", Mail.Sent[0].Subject);
        Assert.Equal(6, Mail.Sent.Count);
    }

    [Fact]
    public async Task Fails_a_message_that_SendGrid_calls_malformed()
    {
        var id = await Mail.Queue(subject: "");

        await Mail.Round();

        var message = await Mail.Message(id);
        Assert.Equal(MessageStatus.Failed, message.Status);
        Assert.StartsWith("SendGrid answered 400", message.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_a_message_that_is_too_large()
    {
        Mail.SendGrid.Next(Fault.TooLarge);
        var id = await Mail.Queue();

        await Mail.Round();

        Assert.Equal(MessageStatus.Failed, (await Mail.Message(id)).Status);
    }

    [Fact]
    public async Task Shows_staff_a_message_that_failed_for_good()
    {
        var id = await Mail.Queue(subject: "");

        await Mail.Round();

        var open = await Site.Db(db => db.OpenCases.SingleAsync());
        Assert.Equal(OpenCaseKind.MessageFailed, open.Kind);
        Assert.Equal($"message {id}", CaseText.Subject(open));
        Assert.DoesNotContain("@", CaseText.Known(open), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passes_over_a_message_that_SendGrid_cannot_stomach()
    {
        Mail.SendGrid.Next(Fault.ServerError);
        var poisoned = await Mail.Queue();
        var next = await Mail.Queue();

        await Mail.Round();

        Assert.Equal(MessageStatus.Queued, (await Mail.Message(poisoned)).Status);
        Assert.Equal(MessageStatus.Sent, (await Mail.Message(next)).Status);
    }

    [Fact]
    public async Task Withholds_a_mail_to_somebody_who_is_not_on_the_allow_list()
    {
        var id = await Mail.Queue(to: "stranger@elsewhere.example");

        await Mail.Round();

        Assert.Equal(MessageStatus.Withheld, (await Mail.Message(id)).Status);
        Assert.Equal(0, Mail.Calls);
    }

    [Theory]
    [InlineData("ana@clinic.example.elsewhere.example")]
    [InlineData("ana@sub.clinic.example")]
    [InlineData("ana@evil-clinic.example")]
    public async Task Is_not_fooled_by_an_address_that_looks_like_an_allowed_one(string address)
    {
        var id = await Mail.Queue(to: address);

        await Mail.Round();

        Assert.Equal(MessageStatus.Withheld, (await Mail.Message(id)).Status);
    }
}
