using System.Text.Json;
using Sweet.Domain.Messages;

namespace Sweet.Web.Email.Delivery;

/// <summary>What one of SendGrid's events says of one of our messages.</summary>
/// <param name="Reference">Names the message; put on it when it was sent.</param>
/// <param name="Outcome">Delivered, Bounced or Dropped; all else concerns us not.</param>
/// <param name="Reason">In the words of the other email server; may quote the address.</param>
/// <param name="AtUtc">Null where the event does not say it.</param>
public sealed record MailReport(string Reference, MessageStatus Outcome, string? Reason, DateTime? AtUtc)
{
    /// <summary>The custom argument of every email of ours; what else is sent on the same account does not carry it.</summary>
    public const string ReferenceArgument = "sweet_message";

    /// <summary>However deep one item is, the others are read.</summary>
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>The events of a batch that concern us. An item that cannot be read is passed over.</summary>
    /// <returns>Null if the body is no batch at all.</returns>
    public static IReadOnlyList<MailReport>? ReadAll(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, AnyDepth);
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? [.. json.RootElement.EnumerateArray().Select(Read).OfType<MailReport>()]
                : null;
        }
        catch (JsonException)
        {
            // The parser's only way to say that this is no JSON.
            return null;
        }
    }

    private static MailReport? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, ReferenceArgument) is not { Length: > 0 } reference) return null;

        MessageStatus? outcome = Text(item, "event") switch
        {
            "delivered" => MessageStatus.Delivered,
            "bounce" => MessageStatus.Bounced,
            "dropped" => MessageStatus.Dropped,
            _ => null,
        };
        return outcome is null ? null : new MailReport(reference, outcome.Value, Text(item, "reason"), TimeOf(item));
    }

    private static string? Text(JsonElement item, string name)
    {
        try
        {
            return item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character, as another email server may cut its reason: the event counts without it.
            return null;
        }
    }

    private static DateTime? TimeOf(JsonElement item)
    {
        try
        {
            return item.TryGetProperty("timestamp", out var value) && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt64(out var seconds) && seconds is > 0 and < int.MaxValue
                ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
                : null;
        }
        catch (InvalidOperationException)
        {
            // Another field's name is half a character, and there is no time.
            return null;
        }
    }
}
