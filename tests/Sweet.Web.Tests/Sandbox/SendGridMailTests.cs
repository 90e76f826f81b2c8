using System.Net;
using System.Text;
using System.Text.Json.Nodes;
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

    [Theory]
    [InlineData("personalizations.0.to.0.email", "not an address")]
    [InlineData("personalizations.0.to.0.email", "mara@münchen.example")]
    public async Task Refuses_an_address_that_is_none(string field, string email)
    {
        var mail = SomeMail();
        mail.Personalizations[0].Tos[0].Email = email;

        Assert.Equal(field, await FieldOfRefusal(mail));
    }

    [Fact]
    public async Task Refuses_a_mail_without_subject()
    {
        var mail = SomeMail();
        mail.Personalizations[0].Subject = null;
        mail.Subject = null;

        Assert.Equal("subject", await FieldOfRefusal(mail));
    }

    [Fact]
    public async Task Refuses_somebody_who_is_named_twice()
    {
        var mail = SomeMail();
        mail.AddCc("MARA@example.com");

        Assert.Equal("personalizations.0", await FieldOfRefusal(mail));
    }

    [Fact]
    public async Task Refuses_HTML_before_text()
    {
        var mail = SomeMail();

        var answer = await Post(mail);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sample, LCSW")]
    [InlineData("Sample; PhD")]
    [InlineData("Ann \"Annie\" Lee")]
    [InlineData("\"Sample, LCSW")]
    [InlineData("\"Sample\", LCSW\"")]
    [InlineData("Ann (RN)")]
    [InlineData("x@evil.example")]
    [InlineData("Ann\r\nBcc: x@evil.example")]
    public async Task Refuses_a_name_that_ends_in_the_middle_of_itself(string name)
    {
        foreach (var field in new[] { "personalizations.0.to.0.name", "from.name", "reply_to.name" })
        {
            var mail = SomeMail();
            if (field == "from.name") mail.From.Name = name;
            else if (field == "reply_to.name") mail.ReplyTo = new EmailAddress("help@sweet.example", name);
            else mail.Personalizations[0].Tos[0].Name = name;

            Assert.Equal(field, await FieldOfRefusal(mail));
        }
    }

    [Theory]
    [InlineData("\"Sample, LCSW; PhD\"", "Sample, LCSW; PhD")]
    [InlineData("\"Ann \\\"Annie\\\" Lee\"", "Ann \"Annie\" Lee")]
    [InlineData("Dr. Ann O'Brien", "Dr. Ann O'Brien")]
    public async Task Reads_a_name_in_double_quotes(string written, string read)
    {
        var mail = SomeMail();
        mail.Personalizations[0].Tos[0].Name = written;

        await SendGrid.SendEmailAsync(mail);

        Assert.Equal(read, Assert.Single(StandIns.Inbox.Mails).To[0].Name);
    }

    [Theory]
    [InlineData("Reply-To", "x@evil.example")]
    [InlineData("dkim-signature", "x")]
    [InlineData("X-Note", "Zoë")]
    [InlineData("X-Note", "one\r\nBcc: x@evil.example")]
    [InlineData("X Note", "one")]
    [InlineData("X:Note", "one")]
    public async Task Refuses_a_header_that_is_its_own_or_no_header(string name, string value)
    {
        var everybody = SomeMail();
        everybody.AddGlobalHeader(name, value);
        var one = SomeMail();
        one.AddHeader(name, value);

        Assert.Equal("headers", await FieldOfRefusal(everybody));
        Assert.Equal("personalizations.0.headers", await FieldOfRefusal(one));
    }

    [Theory]
    [InlineData("one\r\nBcc: x@evil.example")]
    [InlineData("long")]
    public async Task Refuses_a_subject_that_is_no_line(string subject)
    {
        var mail = SomeMail();
        mail.SetSubject(subject == "long" ? new string('x', 999) : subject);

        Assert.Equal("personalizations.0.subject", await FieldOfRefusal(mail));
    }

    [Fact]
    public async Task Refuses_more_than_ten_categories_and_one_of_them_twice()
    {
        var many = SomeMail();
        many.AddCategories([.. Enumerable.Range(1, 11).Select(i => $"category {i}")]);
        var twice = SomeMail();
        twice.AddCategories(["news", "news"]);

        Assert.Equal("categories", await FieldOfRefusal(many));
        Assert.Equal("categories", await FieldOfRefusal(twice));
    }

    [Fact]
    public async Task Refuses_ten_thousand_bytes_of_custom_arguments()
    {
        var mail = SomeMail();
        mail.AddCustomArg("note", new string('x', 10_000));

        Assert.Equal("personalizations.0.custom_args", await FieldOfRefusal(mail));
    }

    [Fact]
    public async Task Refuses_an_attachment_whose_type_has_a_parameter()
    {
        var mail = SomeMail();
        mail.AddAttachment("classes.ics", "QkVHSU4=", "text/calendar; method=PUBLISH");

        Assert.Equal("attachments.0.type", await FieldOfRefusal(mail));
    }

    [Fact]
    public async Task Takes_an_address_with_a_foreign_name_and_drops_the_mail()
    {
        var mail = SomeMail();
        mail.Personalizations[0].Tos[0].Email = "mära@example.com";

        var response = await SendGrid.SendEmailAsync(mail);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.True(Assert.Single(StandIns.Inbox.Mails).IsDropped);
    }

    [Fact]
    public async Task Refuses_more_than_thirty_megabytes()
    {
        var mail = SomeMail();
        mail.AddAttachment("large.bin", new string('A', 32 * 1024 * 1024));

        var response = await SendGrid.SendEmailAsync(mail);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private async Task<string?> FieldOfRefusal(SendGridMessage mail)
    {
        var response = await SendGrid.SendEmailAsync(mail);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(StandIns.Inbox.Mails);
        var errors = JsonNode.Parse(await response.Body.ReadAsStringAsync())!["errors"]!;
        return errors[0]!["field"]?.ToString();
    }

    // The client puts the parts into the right order by itself.
    private async Task<HttpResponseMessage> Post(SendGridMessage mail)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", StandIns.SendGrid.ApiKey) } };
        var json = JsonNode.Parse(mail.Serialize())!;
        json["content"] = new JsonArray(
            new JsonObject { ["type"] = "text/html", ["value"] = "<p>html</p>" },
            new JsonObject { ["type"] = "text/plain", ["value"] = "plain" });
        return await http.PostAsync(new Uri(StandIns.Address, "/v3/mail/send"), new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json"));
    }

    internal static SendGridMessage SomeMail() => MailHelper.CreateSingleEmail(
        new EmailAddress("courses@sweet.example", "SWEET Institute"),
        new EmailAddress("mara@example.com", "Mara Ōtani"),
        "Your seat is confirmed",
        "plain",
        "<p>html</p>");
}
