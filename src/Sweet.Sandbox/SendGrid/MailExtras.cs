using System.Text;

namespace Sweet.Sandbox.SendGrid;

/// <summary>What SendGrid refuses with 400 of headers, categories and custom arguments.</summary>
internal static class MailExtras
{
    private const int MaxCustomArgsBytes = 10_000;
    private const int MaxCategories = 10;
    private const int CategoryMaxLength = 255;

    /// <summary>RFC 5322, 2.1.1, without the line's end.</summary>
    private const int LineMaxLength = 998;

    private static readonly string[] ReservedHeaders =
    [
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "content-type", "content-transfer-encoding",
        "to", "from", "subject", "reply-to", "cc", "bcc",
    ];

    public static void Check(MailPayload mail)
    {
        CheckHeaders(mail.Headers, "headers");
        CheckCategories(mail.Categories ?? []);
        for (var i = 0; i < mail.Personalizations!.Count; i++)
        {
            var group = mail.Personalizations[i];
            CheckHeaders(group.Headers, $"personalizations.{i}.headers");
            if (SizeOf(mail.CustomArgs) + SizeOf(group.CustomArgs) >= MaxCustomArgsBytes)
                throw MailChecks.Refused($"custom_args may not exceed {MaxCustomArgsBytes} bytes.", $"personalizations.{i}.custom_args");
        }
    }

    private static void CheckHeaders(Dictionary<string, string>? headers, string field)
    {
        foreach (var (name, value) in headers ?? [])
        {
            if (ReservedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw MailChecks.Refused($"The header {name} is reserved and cannot be set.", field);
            if (name.Length == 0 || !name.All(c => c is > ' ' and < '\x7F' and not ':'))
                throw MailChecks.Refused($"The header name \"{name}\" is not one of ASCII characters without space and colon.", field);
            if (!value.All(c => c is >= ' ' and < '\x7F') || value.Length > LineMaxLength)
                throw MailChecks.Refused($"The value of the header {name} must be one line of properly encoded characters.", field);
        }
    }

    private static void CheckCategories(IReadOnlyList<string> categories)
    {
        if (categories.Count > MaxCategories)
            throw MailChecks.Refused($"You cannot have more than {MaxCategories} categories per request.", "categories");
        if (categories.Any(c => c.Length is 0 or > CategoryMaxLength))
            throw MailChecks.Refused($"A category name must have 1 to {CategoryMaxLength} characters.", "categories");
        if (categories.Distinct(StringComparer.Ordinal).Count() < categories.Count)
            throw MailChecks.Refused("The categories must be unique; a category was repeated.", "categories");
    }

    private static int SizeOf(Dictionary<string, string>? args) =>
        (args ?? []).Sum(pair => Encoding.UTF8.GetByteCount(pair.Key + pair.Value));
}
