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

    [Fact]
    public void A_heading_is_told_without_its_footnote_mark()
    {
        var text = MarkdownText.Render("## What *works*[^1]\n\nWords.\n\n[^1]: A source.");

        var anchor = Parsed(text.Body).QuerySelector("h2 a.anchor")!;
        Assert.Equal(new ContentsEntry("what-works", "What works"), text.Contents[0]);
        Assert.Equal("Link to the section What works", anchor.GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData("## Main\n\n## Main section")]
    [InlineData("## A\n\n## A\n\n## A-1\n\n### A")]
    [InlineData("## Main section\n\n## Main\n\n# Main\n\n#### Main")]
    [InlineData("##\n\n## ![](/a.png)\n\n## Section\n\n## References\n\n## ???")]
    public void No_two_headings_share_an_id_nor_take_one_of_the_page(string markdown)
    {
        var ids = Parsed(MarkdownText.Render(markdown).Body).QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(ids, id => id is "main" or "references" or "toc" or "");
    }

    [Fact]
    public void Several_texts_of_a_page_share_no_id_and_keep_their_references()
    {
        var one = MarkdownText.RenderPart("## A\n\nWords.[^1]\n\n[^1]: First source.", "answer-1").Body;
        var two = MarkdownText.RenderPart("## A\n\nWords.[^1]\n\n[^1]: Second source.", "answer-2").Body;

        var page = Parsed(one + two);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.Contains("Second source.", page.GetElementById("answer-2-fn:1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_inside_a_reference_is_part_of_it()
    {
        var text = MarkdownText.Render("Words.[^1]\n\n[^1]: A source:\n\n    - one\n    - two");

        Assert.Null(text.Refusal);
        Assert.Contains("two", text.References, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_keep_their_alignment()
    {
        var cells = Parsed(MarkdownText.Render("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|").Body).QuerySelectorAll("td, th").Select(c => c.ClassName ?? "");

        Assert.Equal(["", "align-center", "align-end", "", "align-center", "align-end"], cells);
    }

    [Fact]
    public void Tables_and_code_scroll_inside_themselves_by_keyboard_too()
    {
        var text = MarkdownText.Render("|a|\n|-|\n|1|\n\n    code\n\n|b|\n|-|\n|2|");

        var boxes = Parsed(text.Body).QuerySelectorAll("table, pre").Select(wide => wide.ParentElement!).ToList();
        Assert.All(boxes, box => Assert.Equal(("scroll", "region", "0"), (box.ClassName, box.GetAttribute("role"), box.GetAttribute("tabindex"))));
        Assert.Equal(["Table 1", "Code 1", "Table 2"], boxes.Select(box => box.GetAttribute("aria-label")));
    }

    [Theory]
    [InlineData("https://other.example/a.png")]
    [InlineData("//other.example/a.png")]
    [InlineData("data:image/png;base64,AAAA")]
    public void A_picture_from_elsewhere_gives_way_to_its_description_and_who_wrote_it_is_told(string address)
    {
        var text = MarkdownText.Render($"Look: ![Two chairs]({address})", new Uri("https://sweet.test"));

        Assert.DoesNotContain("<img", text.Body, StringComparison.Ordinal);
        Assert.Contains("Two chairs", text.Body, StringComparison.Ordinal);
        Assert.Contains("will not show", Assert.Single(text.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/img/a.png")]
    [InlineData("https://sweet.test/img/a.png")]
    public void A_picture_of_the_site_shows(string address)
    {
        var text = MarkdownText.Render($"![Two chairs]({address})", new Uri("https://sweet.test"));

        Assert.Contains("<img", text.Body, StringComparison.Ordinal);
        Assert.Empty(text.Warnings);
    }

    [Fact]
    public void A_link_that_may_not_stand_becomes_its_text_and_who_wrote_it_is_told()
    {
        var text = MarkdownText.Render("[Press](javascript:alert(1)), [call](tel:+12125550100), [write](mailto:a@b.example), [read](/articles)");

        Assert.Equal(["call", "write", "read"], Parsed(text.Body).QuerySelectorAll("a").Select(a => a.TextContent));
        Assert.Contains("Press", text.Body, StringComparison.Ordinal);
        Assert.Contains("“Press”", Assert.Single(text.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u000Bb")]
    [InlineData("a&#11;b")]
    [InlineData("a\uFFFEb")]
    [InlineData("a&#xFFFF;b")]
    [InlineData("a\uD800b")]
    public void Signs_that_xml_refuses_are_left_out(string markdown)
    {
        Assert.True(XmlSigns.IsClean(MarkdownText.Render(markdown).Body));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parsed(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
}
