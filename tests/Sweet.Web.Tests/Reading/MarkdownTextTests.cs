using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Reading;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](data:text/html,x)")]
    public void Nothing_that_runs_survives(string markdown)
    {
        var html = MarkdownText.Render(markdown).Body;

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void References_stand_apart_and_end_the_contents()
    {
        var text = MarkdownText.Render("## A part\n\nWords.[^1]\n\n[^1]: The source.");

        Assert.DoesNotContain("The source.", text.Body, StringComparison.Ordinal);
        Assert.Contains("The source.", text.References, StringComparison.Ordinal);
        Assert.Equal([new ContentsEntry("a-part", "A part"), new ContentsEntry("references", "References")], text.Contents);
    }

    [Fact]
    public void A_heading_never_takes_an_id_of_the_page_around_it()
    {
        var text = MarkdownText.Render("## Help");

        Assert.Equal("help-section", Assert.Single(text.Contents).Anchor);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(950, 4)]
    public void Reading_time_counts_words(int words, int minutes)
    {
        Assert.Equal(minutes, MarkdownText.Render(string.Join(' ', Enumerable.Repeat("word", words))).Minutes);
    }
}
