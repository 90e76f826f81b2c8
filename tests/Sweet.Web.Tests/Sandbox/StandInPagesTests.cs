using System.Text;
using System.Text.Json.Nodes;
using SendGrid.Helpers.Mail;

namespace Sweet.Web.Tests.Sandbox;

public class StandInPagesTests : WithStandIns
{
    [Fact]
    public async Task The_inbox_shows_a_mail_in_a_frame_that_can_do_nothing()
    {
        await Send();

        var mail = await (await Visitor.Open("/inbox")).Click("Your seat is <confirmed>");
        var html = await Visitor.Open($"/inbox/{StandIns.Inbox.Mails[0].Id}/html");

        Assert.Equal("Your seat is <confirmed>", mail.Heading);
        Assert.Contains("plain words", mail.Text, StringComparison.Ordinal);
        Assert.Contains("sandbox", html.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("<p>html words</p>", html.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inbox_gives_attachments_back()
    {
        await Send();

        var mail = await (await Visitor.Open("/inbox")).Click("Your seat is <confirmed>");
        var attachment = await mail.Click("classes.ics");

        Assert.Equal("text/calendar", attachment.ContentType);
        Assert.Equal("BEGIN:VCALENDAR", attachment.Body);
    }

    [Fact]
    public async Task The_inbox_is_there_as_JSON()
    {
        await Send();

        var mails = JsonNode.Parse((await Visitor.Open("/inbox.json")).Body)!;

        Assert.Equal("mara@example.com", mails[0]!["to"]![0]!["email"]!.ToString());
    }

    [Fact]
    public async Task The_control_page_settles_a_bank_payment()
    {
        var session = await Open();
        await StandIns.Stripe.PayByBank(session.Id);

        var after = await (await Visitor.Open("/control")).Submit("succeed");

        Assert.Equal([303, 200], after.Statuses);
        Assert.Equal("paid", StandIns.Stripe.Session(session.Id).PaymentStatus);
    }

    [Fact]
    public async Task The_control_page_says_what_cannot_be_done()
    {
        var session = await Open();

        var refused = await Visitor.Post($"/control/sessions/{session.Id}", [new("act", "succeed")]);

        Assert.Equal(422, refused.Status);
        Assert.Equal("This Checkout Session awaits no bank.", refused.Alert);
    }

    [Fact]
    public async Task The_control_page_plans_faults()
    {
        await Visitor.Post("/control/faults", [new("service", "stripe"), new("act", "plan"), new("fault", "server-error"), new("times", "3"), new("path", "/refunds")]);

        Assert.Equal("server-error × 3 /refunds", Assert.Single(StandIns.Faults.Stripe.Described));
    }

    [Fact]
    public async Task An_address_that_nobody_knows_answers_501()
    {
        Assert.Equal(501, (await Visitor.Open("/v2/core/events")).Status);
        Assert.Equal("/v2/core/events", Assert.Single(StandIns.Calls.Unknown).Path);
    }

    private async Task Send()
    {
        var mail = MailHelper.CreateSingleEmail(new("courses@sweet.example"), new("mara@example.com"), "Your seat is <confirmed>", "plain words", "<p>html words</p>");
        mail.AddAttachment("classes.ics", Convert.ToBase64String(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR")), "text/calendar");
        await SendGrid.SendEmailAsync(mail);
    }
}
