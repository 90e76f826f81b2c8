using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Accounts;

namespace Sweet.Sandbox.SendGrid.Events;

/// <summary>One event of one email, in SendGrid's own words.</summary>
/// <param name="Kind">processed, delivered, deferred, bounce, dropped, open …</param>
public sealed record MailEvent(SentMail Mail, string Kind, string? Reason, DateTimeOffset At)
{
    /// <summary>SendGrid promises that it is the same in every copy.</summary>
    public string Id { get; init; } = Books.NewId("", 22);

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["email"] = Mail.To[0].Email,
            ["timestamp"] = At.ToUnixTimeSeconds(),
            ["smtp-id"] = $"<{Mail.Id}@stand-in.sendgrid.example>",
            ["event"] = Kind,
            ["category"] = new JsonArray([.. Mail.Categories.Select(category => (JsonNode)category)]),
            ["sg_event_id"] = Id,
            ["sg_message_id"] = $"{Mail.Id}.recvd-stand-in",
        };
        if (Kind == "bounce")
            (json["type"], json["status"]) = ("bounce", "5.1.1");
        if (Reason is not null)
            json["reason"] = Reason;
        // SendGrid lays custom arguments beside its own fields.
        foreach (var (name, value) in Mail.CustomArgs)
            json[name] = value;
        return json;
    }
}
