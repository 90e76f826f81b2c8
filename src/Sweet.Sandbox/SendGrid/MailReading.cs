namespace Sweet.Sandbox.SendGrid;

/// <summary>From the checked payload to the email that one group of recipients gets.</summary>
internal static class MailReading
{
    public static SentMail Read(MailPayload mail, Personalization group, string id, DateTimeOffset now) => new()
    {
        Id = id,
        At = now,
        From = PartyOf(mail.From!),
        To = Parties(group.To),
        Cc = Parties(group.Cc),
        Bcc = Parties(group.Bcc),
        ReplyTo = mail.ReplyTo is null ? null : PartyOf(mail.ReplyTo),
        Subject = group.Subject ?? mail.Subject!,
        Text = Part(mail, "text/plain"),
        Html = Part(mail, "text/html"),
        Attachments = [.. (mail.Attachments ?? []).Select(AttachmentOf)],
        CustomArgs = Merged(mail.CustomArgs, group.CustomArgs),
        Headers = Merged(mail.Headers, group.Headers),
        Categories = mail.Categories ?? [],
        TrackingSettings = mail.TrackingSettings,
    };

    private static string? Part(MailPayload mail, string type) => mail.Content!.FirstOrDefault(part => part.Type == type)?.Value;

    private static MailParty[] Parties(IReadOnlyList<Party>? parties) => [.. (parties ?? []).Select(PartyOf)];

    private static MailParty PartyOf(Party party) => new(party.Email!, party.Name is null ? null : DisplayName.Read(party.Name));

    private static MailAttachment AttachmentOf(AttachmentPart part) => new(
        part.FileName!,
        part.Type ?? "application/octet-stream",
        part.Disposition ?? "attachment",
        part.ContentId,
        Convert.FromBase64String(part.Content!));

    private static Dictionary<string, string> Merged(Dictionary<string, string>? all, Dictionary<string, string>? own)
    {
        var merged = new Dictionary<string, string>(all ?? [], StringComparer.Ordinal);
        foreach (var (name, value) in own ?? [])
            merged[name] = value;
        return merged;
    }
}
