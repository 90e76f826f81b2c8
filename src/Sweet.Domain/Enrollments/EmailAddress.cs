using System.Buffers;
using System.Globalization;

namespace Sweet.Domain.Enrollments;

/// <summary>An address that email reaches: the part before the @ in ASCII, the domain in punycode.</summary>
public sealed record EmailAddress
{
    public const int MaxLength = 254;
    private const int LocalMaxLength = 64;
    private const int LabelMaxLength = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };
    private static readonly SearchValues<char> LocalSigns =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    private EmailAddress(string local, string domain)
    {
        Text = $"{local}@{domain}";
        Key = $"{local.ToLowerInvariant()}@{domain}";
    }

    public string Text { get; }

    /// <summary>One key for all ways to write the address: lower case, domain in punycode.</summary>
    public string Key { get; }

    /// <summary>The address as people read it, its domain in its own script.</summary>
    public static string Shown(string text)
    {
        var at = text.LastIndexOf('@');
        return text.Contains("xn--", StringComparison.Ordinal) ? $"{text[..at]}@{Idn.GetUnicode(text[(at + 1)..])}" : text;
    }

    /// <summary>The address again that once was read and stored as its text.</summary>
    /// <exception cref="InvalidOperationException">It was never read.</exception>
    internal static EmailAddress Stored(string text) =>
        Read(text, out _) ?? throw new InvalidOperationException("A stored address cannot be read.");

    /// <summary>Reads what was typed; null with the reason if no email could reach it.</summary>
    public static EmailAddress? Read(string? typed, out EmailProblem? problem)
    {
        var text = TypedText.Clean(typed);
        var at = text.LastIndexOf('@');
        problem = text.Length == 0 ? EmailProblem.Missing
            : at < 1 || at == text.Length - 1 || text.Any(char.IsWhiteSpace) ? EmailProblem.Malformed
            : text[..at].Any(c => !char.IsAscii(c)) ? EmailProblem.NotAsciiBeforeAt
            : !IsLocal(text[..at]) ? EmailProblem.Malformed
            : null;
        if (problem is not null) return null;

        var domain = AsciiDomain(text[(at + 1)..]);
        problem = domain is null || at + 1 + domain.Length > MaxLength ? EmailProblem.Malformed : null;
        return problem is null ? new EmailAddress(text[..at], domain!) : null;
    }

    private static bool IsLocal(string local) =>
        local.Length <= LocalMaxLength
        && local.AsSpan().IndexOfAnyExcept(LocalSigns) < 0
        && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);

    private static string? AsciiDomain(string typed)
    {
        try
        {
            var ascii = Idn.GetAscii(typed).ToLowerInvariant();
            var labels = ascii.Split('.');
            return labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)
        {
            // IdnMapping's only way to say that this is no domain name.
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LabelMaxLength
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';
}

public enum EmailProblem
{
    Missing,
    Malformed,

    /// <summary>Our email service accepts such an address and then drops the email.</summary>
    NotAsciiBeforeAt,
}
