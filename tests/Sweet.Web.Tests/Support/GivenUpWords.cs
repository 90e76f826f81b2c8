using System.Text.RegularExpressions;

namespace Sweet.Web.Tests.Support;

/// <summary>One word for one thing, as a careful American writer would put it: email, seat, someone, spam folder.</summary>
internal static partial class GivenUpWords
{
    /// <param name="of">Names the text in a failure.</param>
    /// <returns>Each word that the site has given up, with what stands around it.</returns>
    public static IEnumerable<string> In(string of, string text)
    {
        var words = Addresses().Replace(text, " ");
        return Banned().Matches(words).Select(m => $"{of}: {words[Math.Max(0, m.Index - 30)..Math.Min(words.Length, m.Index + 40)]}");
    }

    public static void AssertNone(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    // Not a word of code, as in Model.Mail.Copy.
    [GeneratedRegex(
        @"(?<![.\w])(mails?|mailed|mailing|somebody|nobody|anybody|everybody|any more|unwanted|junk folder"
        + @"|(your|a|another|this|the|my|free|paid|no) places?|(write|writes|wrote|written|writing) to (us|you|me|the|your|this|them)|we write|we wrote"
        + @"|tick the box|comes back to you|whoever|stands? (above|below|on|in) (the|your|this|our)|need not|just now|foot of this page"
        + @"|cancelled|cancelling|afterwards|towards|whilst|licen[c]e\w*|\w*(recognis|organis|apologis|practis|realis|summaris)\w+"
        + @"|colours?|favours?|behaviours?|programme|enquir\w+|post ?code|working days?)\b(?!\.\w)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Banned();

    [GeneratedRegex(@"\S*[@/]\S*", RegexOptions.None, 1000)]
    private static partial Regex Addresses();
}
