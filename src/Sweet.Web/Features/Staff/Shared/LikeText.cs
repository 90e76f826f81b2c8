using System.Text.RegularExpressions;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>What somebody typed into a list’s search box, for the database’s LIKE.</summary>
internal static partial class LikeText
{
    public const string Escape = "\\";
    private const int MaxLength = 100;

    public static string Typed(HttpRequest request, string name)
    {
        var typed = request.Query[name].ToString().Trim();
        return typed[..Math.Min(typed.Length, MaxLength)];
    }

    /// <summary>Whatever holds these words, taken by the letter.</summary>
    public static string Around(string words) => $"%{Signs().Replace(words, @"\$0")}%";

    [GeneratedRegex(@"[\\%_\[]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Signs();
}
