using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sweet.Sandbox.SendGrid;

/// <summary>The body of mail/send. A field that is not here is refused.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MailPayload
{
    public static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public IReadOnlyList<Personalization>? Personalizations { get; init; }
    public Party? From { get; init; }
    public Party? ReplyTo { get; init; }
    public IReadOnlyList<Party>? ReplyToList { get; init; }
    public string? Subject { get; init; }
    public IReadOnlyList<ContentPart>? Content { get; init; }
    public IReadOnlyList<AttachmentPart>? Attachments { get; init; }
    public Dictionary<string, string>? CustomArgs { get; init; }
    public Dictionary<string, string>? Headers { get; init; }
    public IReadOnlyList<string>? Categories { get; init; }
    public JsonElement? TrackingSettings { get; init; }
    public MailSettings? MailSettings { get; init; }
    public JsonElement? Asm { get; init; }
    public string? BatchId { get; init; }
    public string? IpPoolName { get; init; }
    public long? SendAt { get; init; }
}

internal sealed record Personalization
{
    public IReadOnlyList<Party>? To { get; init; }
    public IReadOnlyList<Party>? Cc { get; init; }
    public IReadOnlyList<Party>? Bcc { get; init; }
    public string? Subject { get; init; }
    public Dictionary<string, string>? CustomArgs { get; init; }
    public Dictionary<string, string>? Headers { get; init; }
}

internal sealed record Party(string? Email, string? Name);

internal sealed record ContentPart(string? Type, string? Value);

internal sealed record AttachmentPart(
    string? Content, string? Type, [property: JsonPropertyName("filename")] string? FileName, string? Disposition, string? ContentId);

internal sealed record MailSettings(SandboxMode? SandboxMode);

internal sealed record SandboxMode(bool Enable);
