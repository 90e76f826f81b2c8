using System.Net.Mail;

namespace Sweet.Sandbox.SendGrid;

/// <summary>What SendGrid refuses with 400, in its words.</summary>
internal static class MailChecks
{
    private const int MaxRecipients = 1_000;
    private const int MaxPersonalizations = 1_000;
    private const int SubjectMaxLength = 998;
    private const int AddressMaxLength = 254;
    private const int LocalPartMaxLength = 64;

    public static void Check(MailPayload mail)
    {
        CheckRecipients(mail.Personalizations ?? []);
        if (mail.From?.Email is null)
            throw Refused(
                "The from object must be provided for every email send. "
                + "It is an object that requires the email parameter, but may also contain a name parameter.  "
                + "e.g. {\"email\" : \"example@example.com\"}  "
                + "or {\"email\" : \"example@example.com\", \"name\" : \"Example Recipient\"}.",
                "from.email");
        CheckParty(mail.From, "from");
        CheckReplies(mail);
        CheckSubject(mail.Subject, "subject");
        if (string.IsNullOrEmpty(mail.Subject) && mail.Personalizations!.Any(group => string.IsNullOrEmpty(group.Subject)))
            throw Refused(
                "The subject is required. You can get around this requirement if you use a template with a subject defined "
                + "or if every personalization has a subject defined.",
                "subject");
        CheckContent(mail.Content ?? []);
        CheckAttachments(mail.Attachments ?? []);
        MailExtras.Check(mail);
    }

    private static void CheckRecipients(IReadOnlyList<Personalization> groups)
    {
        if (groups.Count == 0)
            throw Refused("The personalizations field is required and must have at least one personalization.", "personalizations");
        if (groups.Count > MaxPersonalizations)
            throw Refused(
                $"The personalization block is limited to {MaxPersonalizations} personalizations per API request. "
                + $"You have provided {groups.Count} personalizations. "
                + "Please consider splitting this into multiple requests and resending your request.",
                "personalizations");
        if (groups.Sum(group => Everyone(group).Count()) > MaxRecipients)
            throw Refused($"There is a limit of {MaxRecipients} total recipients (to + cc + bcc) per request.", "personalizations");
        for (var i = 0; i < groups.Count; i++)
            CheckGroup(groups[i], $"personalizations.{i}");
    }

    private static void CheckGroup(Personalization group, string field)
    {
        if (group.To is not { Count: > 0 })
            throw Refused(
                "The to array is required for all personalization objects, "
                + "and must have at least one email object with a valid email address.",
                field + ".to");

        CheckSubject(group.Subject, field + ".subject");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (party, kind, position) in Everyone(group))
        {
            CheckParty(party, $"{field}.{kind}.{position}");
            if (!seen.Add(party.Email!))
                throw Refused(
                    "Each email address in the personalization block should be unique between to, cc, and bcc. "
                    + $"We found the first duplicate instance of [{party.Email}] in the {field}.{kind} field.",
                    field);
        }
    }

    private static IEnumerable<(Party Party, string Kind, int Position)> Everyone(Personalization group) =>
        Of(group.To, "to").Concat(Of(group.Cc, "cc")).Concat(Of(group.Bcc, "bcc"));

    private static IEnumerable<(Party Party, string Kind, int Position)> Of(IReadOnlyList<Party>? parties, string kind) =>
        (parties ?? []).Select((party, position) => (party, kind, position));

    private static void CheckReplies(MailPayload mail)
    {
        if (mail.ReplyTo is not null && mail.ReplyToList is not null)
            throw Refused("Only one of reply_to and reply_to_list may be given.", "reply_to_list");
        if (mail.ReplyTo is not null)
            CheckParty(mail.ReplyTo, "reply_to");
        foreach (var (party, _, position) in Of(mail.ReplyToList, "reply_to_list"))
            CheckParty(party, $"reply_to_list.{position}");
    }

    private static void CheckSubject(string? subject, string field)
    {
        if (subject?.AsSpan().ContainsAny('\r', '\n') is true || subject?.Length > SubjectMaxLength)
            throw Refused($"The subject must be one line of no more than {SubjectMaxLength} characters.", field);
    }

    private static void CheckParty(Party party, string field)
    {
        var at = party.Email?.LastIndexOf('@') ?? -1;
        var domain = at < 0 ? "" : party.Email![(at + 1)..];
        if (!MailAddress.TryCreate(party.Email, out var address) || address.Address != party.Email
            || at > LocalPartMaxLength || party.Email.Length > AddressMaxLength
            || !domain.Contains('.') || !domain.All(char.IsAscii))
            throw Refused("Does not contain a valid address.", field + ".email");
        // SendGrid takes it with 202, reads an address in the middle of it, and drops the mail: here it shows at once.
        if (party.Name is not null && DisplayName.Read(party.Name) is null)
            throw Refused("A name with any of ( ) < > [ ] : ; @ , or a backslash must be one line in double quotes.", field + ".name");
    }

    private static void CheckContent(IReadOnlyList<ContentPart> parts)
    {
        if (parts.Count == 0)
            throw Refused(
                "Unless a valid template_id is provided, the content parameter is required. "
                + "There must be at least one defined content block. "
                + "We typically suggest both text/plain and text/html blocks are included, but only one block is required.",
                "content");
        for (var i = 0; i < parts.Count; i++)
        {
            if (string.IsNullOrEmpty(parts[i].Type))
                throw Refused("The content type must be a string at least one character in length.", $"content.{i}.type");
            if (BreaksOut(parts[i].Type!))
                throw Refused("The content type cannot contain ';', or CRLF characters.", $"content.{i}.type");
            if (string.IsNullOrEmpty(parts[i].Value))
                throw Refused("The content value must be a string at least one character in length.", $"content.{i}.value");
        }

        var types = parts.Select(part => part.Type).ToList();
        if (types.Distinct(StringComparer.Ordinal).Count() < types.Count
            || types.IndexOf("text/plain") > 0 || (types.IndexOf("text/html") > 0 && types[0] != "text/plain"))
            throw Refused(
                "If present, text/plain and text/html may only be provided once, text/plain must be first and text/html next.", "content");
    }

    private static void CheckAttachments(IReadOnlyList<AttachmentPart> attachments)
    {
        for (var i = 0; i < attachments.Count; i++)
        {
            var field = $"attachments.{i}";
            if (string.IsNullOrEmpty(attachments[i].FileName))
                throw Refused("The attachment filename must be a string at least one character in length.", field + ".filename");
            if (attachments[i].FileName!.AsSpan().ContainsAny('\r', '\n'))
                throw Refused("The filename of your attachment cannot contain CRLF characters.", field + ".filename");
            if (attachments[i].Type is { } type && (type.Length == 0 || BreaksOut(type)))
                throw Refused("The type of your attachment cannot be empty, nor contain ';', or CRLF characters.", field + ".type");
            if (string.IsNullOrEmpty(attachments[i].Content) || !IsBase64(attachments[i].Content!))
                throw Refused("The attachment content must be base64 encoded.", field + ".content");
            if (attachments[i].Disposition is not (null or "attachment" or "inline"))
                throw Refused("The disposition of your attachment can be either \"inline\" or \"attachment\".", field + ".disposition");
        }
    }

    private static bool BreaksOut(string type) => type.AsSpan().ContainsAny(';', '\r', '\n');

    private static bool IsBase64(string content) => Convert.TryFromBase64String(content, new byte[content.Length], out _);

    internal static MailFailure Refused(string message, string field) => new(400, message, field);
}
