using System.Text.RegularExpressions;
using Sweet.Sandbox.SendGrid;

namespace Sweet.Web.Tests.Support;

internal static partial class MailedLinks
{
    /// <summary>The first link of an email to an enrollment page, as whoever reads the address has it.</summary>
    public static string Link(this SentMail mail) => EnrollmentLink().Match(mail.Text!).Value is { Length: > 0 } link
        ? link
        : throw new InvalidOperationException($"No link to an enrollment in \"{mail.Subject}\".");

    /// <summary>Asks for the links of an address, as anybody can, and opens the newest as who reads its emails.</summary>
    public static async Task<Page> OpenMailedLink(this SiteFactory site, Visitor visitor, string email)
    {
        var ask = await visitor.Open("/my-enrollments");
        await ask.Submit(form => form.Fill("Email", email));
        return await visitor.Open((await site.MailsTo(email))[^1].Link());
    }

    public static string InvitationLink(this SentMail mail) => StaffLink().Match(mail.Text!).Value;

    public static string PasswordResetLink(this SentMail mail) => ResetLink().Match(mail.Text!).Value;

    public static string AddressChangeLink(this SentMail mail) => ChangeLink().Match(mail.Text!).Value;

    [GeneratedRegex(@"https://\S+/staff/password-resets/[0-9a-z]{26}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ResetLink();

    [GeneratedRegex(@"https://\S+/staff/address-changes/[0-9a-z]{26}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ChangeLink();

    [GeneratedRegex(@"https://\S+/staff/invitations/[0-9a-z]{26}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex StaffLink();

    [GeneratedRegex(@"https://\S+/enrollments/[0-9a-z]{26}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex EnrollmentLink();
}
