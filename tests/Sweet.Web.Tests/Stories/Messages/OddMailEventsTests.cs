using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Sandbox.SendGrid;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Tests.Email;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>Signed batches in every shape that JSON has: a bad item never keeps a good one from being taken in.</summary>
public sealed class OddMailEventsTests : MailStory
{
    private static readonly string Huge = new('x', 5_000);
    private static readonly string Deep = $"{new string('[', 200)}{new string(']', 200)}";

    /// <summary>Items beside a good one; "REF" stands for the reference of an email of ours.</summary>
    public static TheoryData<string> BadItems { get; } =
    [
        "null", "7", "-1e400", "true", "\"text\"", "[]", "[[{}]]", "{}", Deep,
        $$"""{"event":"bounce","sweet_message":{{Deep}}}""",
        """{"event":null,"sweet_message":"REF"}""",
        """{"event":7,"sweet_message":"REF"}""",
        """{"event":["bounce"],"sweet_message":"REF"}""",
        """{"event":"bounce","sweet_message":null}""",
        """{"event":"bounce","sweet_message":12}""",
        """{"event":"bounce","sweet_message":["REF"]}""",
        """{"event":"bounce","sweet_message":""}""",
        """{"event":"bounce","sweet_message":"\u0000"}""",
        """{"event":"bounce","sweet_message":"\ud83d"}""",
        """{"\ud83d":1,"event":"bounce","sweet_message":"none"}""",
        """{"event":"bounce","sweet_message":"none","email":null,"sg_event_id":null,"sg_message_id":12}""",
        $$"""{"event":"bounce","sweet_message":"{{Huge}}"}""",
        $$"""{"event":"{{Huge}}","sweet_message":"REF"}""",
    ];

    /// <summary>What may stand beside a reference of ours: the event counts all the same.</summary>
    public static TheoryData<string> OddFields { get; } =
    [
        "\"timestamp\":null", "\"timestamp\":-1", "\"timestamp\":0", "\"timestamp\":1.5", "\"timestamp\":1e300", "\"timestamp\":9223372036854775807",
        "\"timestamp\":99999999999999999999999", "\"timestamp\":\"yesterday\"", "\"timestamp\":[]", "\"timestamp\":{}",
        "\"reason\":null", "\"reason\":7", "\"reason\":[\"x\"]", "\"reason\":\"\\u0000\"", "\"reason\":\"cut \\ud83d\"", $"\"reason\":\"{Huge}\"",
        "\"\\ud83d\":1", $"\"{Huge}\":1", "\"sg_event_id\":null", "\"sg_event_id\":7", $"\"sg_event_id\":\"{Huge}\"", "\"event\":\"bounce\"",
    ];

    [Theory]
    [MemberData(nameof(BadItems))]
    public async Task A_bad_item_is_passed_over(string item)
    {
        var mail = await Sent();
        var reference = mail.CustomArgs["sweet_message"];

        var answer = await Site.StandIns.MailEvents.Send($$"""[{{item.Replace("REF", reference, StringComparison.Ordinal)}},{"event":"delivered","sweet_message":"{{reference}}"}]""");

        Assert.Equal((200, MessageStatus.Delivered), (answer.Status, await Status()));
    }

    [Theory]
    [MemberData(nameof(OddFields))]
    public async Task An_odd_field_beside_what_counts_changes_nothing(string field)
    {
        var mail = await Sent();

        var answer = await Site.StandIns.MailEvents.Send($$"""[{{{field}},"event":"bounce","sweet_message":"{{mail.CustomArgs["sweet_message"]}}"}]""");

        Assert.Equal((200, MessageStatus.Bounced), (answer.Status, await Status()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("[")]
    [InlineData("[{},]")]
    [InlineData("\"[]\"")]
    public async Task What_is_no_batch_is_a_bad_request(string body)
    {
        await Sent();

        Assert.Equal((400, MessageStatus.Sent), ((await Site.StandIns.MailEvents.Send(body)).Status, await Status()));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("1", "AAAA")]
    [InlineData("NOW", "")]
    [InlineData("NOW", "not base64 !")]
    [InlineData("NOW", "AAAA")]
    [InlineData("NOW", "MAYCAQECAQE=")]
    [InlineData("-1", "AAAA")]
    [InlineData("99999999999999999999999", "AAAA")]
    [InlineData("9223372036854775807", "AAAA")]
    public async Task A_stranger_with_odd_headers_is_refused(string timestamp, string signature)
    {
        var seconds = Site.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sendgrid-events") { Content = new StringContent("[]") };
        request.Headers.TryAddWithoutValidation(SendGridSignature.TimestampHeader, timestamp.Replace("NOW", seconds, StringComparison.Ordinal));
        request.Headers.TryAddWithoutValidation(SendGridSignature.SignatureHeader, signature);

        Assert.Equal(400, (await Visitor.Send(request)).Status);
    }

    private async Task<SentMail> Sent()
    {
        await Mail.Queue();
        await Mail.Round();
        return Mail.Sent.Single();
    }

    private Task<MessageStatus> Status() => Site.Db(db => db.Messages.Select(m => m.Status).SingleAsync());
}
