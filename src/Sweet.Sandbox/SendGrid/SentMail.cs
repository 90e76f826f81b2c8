using System.Text.Json;

namespace Sweet.Sandbox.SendGrid;

/// <summary>An email as SendGrid took it: one recipient group, everything decoded.</summary>
public sealed record SentMail
{
    /// <summary>The X-Message-Id that the sender was answered.</summary>
    public required string Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required MailParty From { get; init; }
    public required IReadOnlyList<MailParty> To { get; init; }
    public IReadOnlyList<MailParty> Cc { get; init; } = [];
    public IReadOnlyList<MailParty> Bcc { get; init; } = [];
    public MailParty? ReplyTo { get; init; }
    public required string Subject { get; init; }
    public string? Text { get; init; }
    public string? Html { get; init; }
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
    public IReadOnlyDictionary<string, string> CustomArgs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The tracking settings as they were sent, or null.</summary>
    public JsonElement? TrackingSettings { get; init; }

    /// <summary>Accepted with 202 and then never delivered, as SendGrid does with a non-ASCII part before the @.</summary>
    public bool IsDropped => To.Any(party => !party.Email[..party.Email.LastIndexOf('@')].All(char.IsAscii));

    /// <summary>The attachment of this name.</summary>
    public MailAttachment Attachment(string fileName) => Attachments.Single(attachment => attachment.FileName == fileName);
}

public sealed record MailParty(string Email, string? Name)
{
    public override string ToString() => Name is null ? Email : $"{Name} <{Email}>";
}

public sealed record MailAttachment(string FileName, string Type, string Disposition, string? ContentId, byte[] Content)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Content);
}
