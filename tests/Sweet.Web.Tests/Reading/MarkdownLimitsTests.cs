using System.Diagnostics;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Reading;

/// <summary>Each text, whatever it is made of, renders or becomes a sentence within a second.</summary>
public sealed class MarkdownLimitsTests
{
    private static readonly string[] Pieces =
    [
        "[", "[a](", "![[", "*a **b ", "**a *b _c ", "a*b_", "*", "`", "<a ", "<http://a>", "&amp", "[^1]", "[^1", "# a\n\n", "a\n=\n\n", "- a\n", "- ",
        "> a\n", ">", "1. a\n", "    a\n", "---\n", "[a](b \"", "[a][b]", "\t- ", "...--", "<<a>>", "*|", "|", "a|b\n", "\\", "\"a ", "'", "\0", "\n",
        "Some words that are read here. ", "Some words.\n\n", "|a|b|c|\n", "- a\n\n", "> > > a\n\n", "[a]: /b\n", "x[^a]\n\n[^a]: b\n\n", "**a**\n\n", "|a\n\n",
        "[a](/b)\n\n", "![a](/b)\n\n", "    a\n\nb\n\n", "```\na\n```\n", "|a|\n|-|\n\n", "[a](x:y) ", "![a](//b)",
    ];

    public static TheoryData<string, int> PiecesOfSizes()
    {
        var data = new TheoryData<string, int>();
        foreach (var piece in Pieces)
        {
            data.Add(piece, 8_000);
            data.Add(piece, 99_990);
        }

        return data;
    }

    public MarkdownLimitsTests() => MarkdownText.Render("What is compiled at its first use is not measured.[^1]\n\n|a|\n|-|\n|b|\n\n[^1]: A source.");

    [Theory]
    [MemberData(nameof(PiecesOfSizes))]
    public void Any_sign_repeated(string piece, int length)
    {
        Bounded(string.Concat(Enumerable.Repeat(piece, length / piece.Length)));
    }

    [Theory]
    [InlineData(195_000)]
    [InlineData(50_000)]
    [InlineData(5_000_000)]
    public void A_large_table_is_refused_with_a_sentence(int length)
    {
        var text = Bounded("|a|b|c|\n|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|3|\n", length / 8)));

        Assert.NotNull(text.Refusal);
        Assert.Contains("cannot be shown", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_of_short_rows_does_not_become_millions_of_cells()
    {
        Assert.NotNull(Bounded($"{Row("a|", 400)}\n{Row("-|", 400)}\n{Row("|b\n", 500)}").Refusal);
    }

    [Fact]
    public void One_long_address_used_a_thousand_times_is_refused()
    {
        Assert.NotNull(Bounded($"{Row("[a]\n\n", 3_000)}\n\n[a]: /{new string('b', 50_000)}").Refusal);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public void Nesting_of_any_depth_renders_or_becomes_a_sentence(string sign)
    {
        foreach (var depth in (int[])[20, 64, 127, 128, 129, 1_000, 40_000])
        {
            Bounded(Row(sign, depth) + "a");
            Bounded(Row("*a ", depth) + "b" + Row("c*", depth));
            Bounded(Row("[", depth) + "b" + Row("](c)", depth));
            Bounded(string.Concat(Enumerable.Range(0, Math.Min(depth, 300)).Select(i => new string(' ', i * 2) + "- a\n")));
        }
    }

    [Fact]
    public void A_long_article_with_everything_in_it_is_shown()
    {
        var part = "## A part\n\n" + Row("Words *that* are [read](/articles) here. ", 20) + "\n\n> A quote.\n\n- One\n  - Two\n\n|a|b|\n|-|-:|\n" + Row("|1|2|\n", 20)
            + "\n\n    code\n\n";

        var text = Bounded(Row(part, 30) + "[^1]\n\n[^1]: A source.");

        Assert.Null(text.Refusal);
        Assert.Equal(31, text.Contents.Count);
    }

    [Fact]
    public void Whoever_saves_a_text_is_told_why_not()
    {
        Assert.Null(MarkdownText.RefusalFor("Words."));
        Assert.Equal("The text has 100,001 characters. A text may have 100,000: make two of it.", MarkdownText.RefusalFor(new string('a', 100_001)));
        Assert.Equal(
            "Quotes, lists, links or emphasis lie more than 64 deep inside each other.",
            MarkdownText.RefusalFor(new string('>', 128) + " a"));
    }

    private static string Row(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static RenderedText Bounded(string markdown)
    {
        var watch = Stopwatch.StartNew();
        var text = MarkdownText.Render(markdown);
        var took = watch.Elapsed;
        var part = MarkdownText.RenderPart(markdown, "part");

        Assert.Equal(text.Refusal, part.Refusal);
        Assert.True(took < TimeSpan.FromSeconds(3), $"It took {took}.");
        return text;
    }
}
