using System.Text;

namespace Sweet.Web.Email.Rendering;

/// <summary>The plain text of a letter: the same words in the same order as its HTML, and nothing encoded.</summary>
public static class LetterText
{
    public const string TestNotice = "A test: sample data, no card is charged.";

    public static string Of(LetterContent letter, LetterSite site)
    {
        List<string> parts = [letter.Point, .. letter.Blocks.Select(Of), HelpOf(site)];
        if (site.IsTest) parts.Insert(0, TestNotice);
        if (letter.Number is not null) parts.Add($"Enrollment number: {letter.Number}");
        return string.Join("\n\n", parts) + "\n";
    }

    public static string HelpOf(LetterSite site) => $"Help: a person reads every message. Reply to this email, or email {site.Help}.";

    private static string Of(Block block) => block switch
    {
        Heading heading => $"{heading.Text}\n{new string('-', Math.Min(heading.Text.Length, 60))}",
        Paragraph paragraph => paragraph.Text,
        Prose prose => Of(prose),
        Facts facts => string.Join('\n', facts.Rows.Select(Of)),
        Button button => $"{button.Label}:\n{button.Url}",
        Link link => $"{link.Label}:\n{link.Url}",
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "A block without a plain text."),
    };

    private static string Of(Prose prose) =>
        (prose.Mark is null ? "" : $"{prose.Mark} ") + string.Concat(prose.Runs.Select(r => r.Text + WrittenOut(r)));

    /// <summary>The address of a link, unless its words are the address.</summary>
    public static string WrittenOut(Run run) => run.Url is null || run.Url == run.Text ? "" : $" ({run.Url})";

    private static string Of(Fact fact)
    {
        if (fact.Values.Count == 1) return $"{fact.Term}: {fact.Values[0]}";

        var text = new StringBuilder($"{fact.Term}:");
        foreach (var value in fact.Values) text.Append("\n  ").Append(value);
        return text.ToString();
    }
}
