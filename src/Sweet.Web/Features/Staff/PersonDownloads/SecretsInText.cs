using System.Text.RegularExpressions;

namespace Sweet.Web.Features.Staff.PersonDownloads;

/// <summary>
/// Emails hold links that open what is theirs to whoever has them. The file travels further than the email did: what opens something
/// is left out of it.
/// </summary>
internal static partial class SecretsInText
{
    public const string Instead = "[secret]";

    public static string Without(string text) => Token().Replace(text, Instead);

    // As RandomText.Token makes them, and nothing else that we write.
    [GeneratedRegex("(?<![0-9A-Za-z_])[0-9a-z]{26}(?![0-9A-Za-z_])", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();
}
