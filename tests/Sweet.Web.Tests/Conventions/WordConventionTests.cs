using System.Text.RegularExpressions;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Conventions;

/// <summary>
/// What <see cref="Stories.WordsTests"/> does not get to see: states that a visitor rarely meets, the command line, refusals.
/// Every sentence in a view, in a string and in the first content counts.
/// </summary>
public sealed partial class WordConventionTests
{
    // Quotes what SendGrid answers.
    private const string InTheirWords = "/Sweet.Sandbox/SendGrid/";

    [Fact]
    public void No_view_uses_a_word_that_the_site_has_given_up() =>
        GivenUpWords.AssertNone(
            SourceFiles.In("src", ".cshtml", ".razor").SelectMany(
                file => LinesOf(Comments().Replace(file.Text, "")).Where(line => line.Contains('<', StringComparison.Ordinal))
                    .SelectMany(line => GivenUpWords.In(file.Path, Markup().Replace(line, " ")))));

    [Fact]
    public void No_string_does() =>
        GivenUpWords.AssertNone(
            SourceFiles.In("src", ".cs").Where(file => !file.Path.Contains(InTheirWords, StringComparison.Ordinal)).SelectMany(
                file => LinesOf(file.Text).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                    .SelectMany(line => Strings().Matches(line).Select(m => Holes().Replace(m.Value, "")))
                    .Where(text => text.Contains(' ', StringComparison.Ordinal))
                    .SelectMany(text => GivenUpWords.In(file.Path, text))));

    [Fact]
    public void No_article_or_policy_of_the_first_content_does() =>
        GivenUpWords.AssertNone(SourceFiles.In("src", ".md").SelectMany(file => GivenUpWords.In(file.Path, Code().Replace(file.Text, " "))));

    private static string[] LinesOf(string text) => text.Split('\n');

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, 1000)]
    private static partial Regex Comments();

    [GeneratedRegex(@"<[^>]*>|@[\w.\[\]!?]+", RegexOptions.None, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.None, 1000)]
    private static partial Regex Strings();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Holes();

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline, 1000)]
    private static partial Regex Code();
}
