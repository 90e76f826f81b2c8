using System.Net;
using System.Text;
using SendGrid.Helpers.Mail;

namespace Sweet.Web.Tests.Sandbox;

public class SendGridMailTests : WithStandIns
{
    [Fact]
    public async Task Takes_a_mail_with_its_attachment()
    {
        var mail = SomeMail();
        mail.AddAttachment("classes.ics", Convert.ToBase64String(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR")), "text/calendar");
        mail.AddCustomArg("message", "7");
        mail.SetClickTracking(enable: false, enableText: false);

        var response = await SendGrid.SendEmailAsync(mail);

        var sent = Assert.Single(StandIns.Inbox.To("mara@example.com"));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(sent.Id, response.Headers.GetValues("X-Message-Id").Single());
        Assert.Equal("BEGIN:VCALENDAR", sent.Attachment("classes.ics").Text);
        Assert.Equal("7", sent.CustomArgs["message"]);
        Assert.False(sent.TrackingSettings!.Value.GetProperty("click_tracking").GetProperty("enable").GetBoolean());
    }

    [Fact]
    public async Task Refuses_another_key()
    {
        StandIns.SendGrid.ApiKey = "SG.another";
        var client = SendGrid;
        StandIns.SendGrid.ApiKey = "SG.rotated";

        var response = await client.SendEmailAsync(SomeMail());

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(StandIns.Inbox.Mails);
    }

    private static SendGridMessage SomeMail() => MailHelper.CreateSingleEmail(
        new EmailAddress("courses@sweet.example", "SWEET Institute"),
        new EmailAddress("mara@example.com", "Mara Ōtani"),
        "Your place is confirmed",
        "plain",
        "<p>html</p>");
}
