using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Email;

public class LetterTests
{
    [Theory]
    [InlineData("Zoë Ōtani-Ærø")]
    [InlineData("李小龍")]
    [InlineData("נועה לוי")]
    [InlineData("Ana 👩‍⚕️ 👍🏽")]
    [InlineData("Tom & <b>Jerry</b> O'Hara \"Jr.\" &amp;")]
    public async Task Shows_a_name_as_it_was_typed(string name)
    {
        var body = await Render(new LetterContent($"For {name}", name, "IPT-7K4Q2M", new Facts(new Fact("Student", name))));

        var page = new HtmlParser().ParseDocument(body.Html);
        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(name, page.QuerySelector("td div")!.TextContent);
        Assert.Contains($"\n\nStudent: {name}\n", body.Text, StringComparison.Ordinal);
        Assert.Equal($"For {name}", body.Subject);
    }

    [Fact]
    public async Task Keeps_a_subject_on_one_line()
    {
        var body = await Render(new LetterContent("One\r\nBcc: all@clinic.example\u2028two", "Point", null));

        Assert.Equal("One  Bcc: all@clinic.example two", body.Subject);
    }

    [Fact]
    public async Task Cuts_a_long_subject_between_signs()
    {
        var body = await Render(new LetterContent(new string('x', Message.SubjectMaxLength - 1) + "👍", "Point", null));

        Assert.Equal(Message.SubjectMaxLength - 1, body.Subject.Length);
    }

    [Fact]
    public async Task Says_outside_Production_that_it_is_a_test()
    {
        var body = await Render(new LetterContent("Subject", "Point", null), isTest: true);

        Assert.StartsWith("[Test] ", body.Subject, StringComparison.Ordinal);
        Assert.StartsWith(LetterText.TestNotice, body.Text, StringComparison.Ordinal);
        Assert.Contains(LetterText.TestNotice, body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begins_with_its_point_and_ends_with_help_and_number()
    {
        var body = await Render(new LetterContent("Subject", "The point.", "IPT-7K4Q2M", new Paragraph("More.")));

        Assert.StartsWith("The point.\n\nMore.\n\nHelp: ", body.Text, StringComparison.Ordinal);
        Assert.EndsWith("help@sweet.example.\n\nEnrollment number: IPT-7K4Q2M\n", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_address_of_its_button_out()
    {
        const string Url = "https://sweet.test/enrollments/token?a=1&b=2";

        var body = await Render(new LetterContent("Subject", "Point", null, new Button("Open", Url)));

        var page = new HtmlParser().ParseDocument(body.Html);
        Assert.Equal(Url, page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(Url, page.QuerySelectorAll("p").Single(p => p.TextContent.StartsWith("https", StringComparison.Ordinal)).TextContent);
        Assert.Contains($"Open:\n{Url}", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_no_picture_script_or_foreign_file()
    {
        var body = await Render(new LetterContent("Subject", "Point", null, new Heading("Heading"), new Button("Open", "https://sweet.test/")));

        var page = new HtmlParser().ParseDocument(body.Html);
        Assert.Empty(page.QuerySelectorAll("img, script, link, iframe"));
        Assert.DoesNotContain("url(", body.Html, StringComparison.Ordinal);
    }

    internal static async Task<MessageBody> Render(LetterContent letter, bool isTest = false)
    {
        var site = new LetterSite(new SiteOptions { BaseUrl = "https://sweet.test" }, isTest);
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new LetterRenderer(site, services, NullLoggerFactory.Instance).Render(letter);
    }
}
