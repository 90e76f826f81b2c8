using System.Text.RegularExpressions;

namespace Sweet.Web.Hosting.Logs;

/// <summary>Takes email addresses out of text that others wrote: Stripe and SendGrid quote them in what they refuse.</summary>
internal static partial class Addresses
{
    public static string Mask(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? Address().Replace(text, "(address)") : text;

    [GeneratedRegex(@"[^\s<>""'(),;:]+@[^\s<>""'(),;:]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Address();
}
