using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Sweet.Web.Features.Shared;

/// <summary>A person's name, not something that an email program makes a link of. Initials and "St.John" are names.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class NoLinkAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string text || !Link().IsMatch(text);

    // A dot may be one of those that browsers take for one. What is in one word before and behind it is a domain, unless it is
    // an abbreviation with a capitalized name, and even then if it ends like the domains that everybody knows.
    [GeneratedRegex(
        @":\s*//|\bwww[.\u3002\uFF0E\uFF61]|@\S+[.\u3002\uFF0E\uFF61]"
        + @"|[\p{L}\p{N}-]{2,}[.\u3002\uFF0E\uFF61](?!\p{Lu}\p{Ll})[\p{L}\p{N}-]{2,}"
        + @"|[\p{L}\p{N}-]+[.\u3002\uFF0E\uFF61]\p{L}*[/:?#]"
        + @"|\.(?i:com|net|org|info|biz|edu|gov|io|co|ly|me|app|dev|xyz|top|site|online|shop|link|click|example|test)\b",
        RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Link();
}
