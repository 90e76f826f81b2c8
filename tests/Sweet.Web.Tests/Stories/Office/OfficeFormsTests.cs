using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sweet.Sandbox.Demonstration;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>Every form with a text area, along the links of the office, over the demonstration's people.</summary>
public sealed partial class OfficeFormsTests : Story
{
    [Fact]
    public async Task A_text_of_two_lines_is_taken_and_what_is_refused_is_said_where_the_page_begins()
    {
        await Site.Db(db => DemonstrationData.Seed(db, Site.Now));
        var admin = await StaffVisitor.Admin(Site);
        List<string> findings = [];
        var seen = 0;
        foreach (var (page, button) in await FormsWithTextAreas(admin))
        {
            foreach (var text in (string[])["", "The first line.\r\nThe second line."])
            {
                seen++;
                var answer = await page.Submit(button, form => Fill(form, page, text));
                if (answer.Body.Contains("invisible character", StringComparison.Ordinal)) findings.Add($"{page.Address} refuses two lines");
                if (answer.Status == 422 && answer.Alert.Length == 0) findings.Add($"{page.Address} does not say at its top what is wrong");
                if (answer.Status is not (200 or 409 or 422)) findings.Add($"{page.Address} answers {answer.Status}");
                if (answer.Document.QuerySelectorAll(".error").Any(e => FrameworkSentence().IsMatch(e.TextContent)))
                    findings.Add($"{page.Address} says a sentence of the framework's");
            }
        }

        Assert.Empty(findings);
        Assert.InRange(seen, 20, 200);
    }

    private static async Task<IReadOnlyList<(Page Page, string Button)>> FormsWithTextAreas(StaffVisitor admin)
    {
        var (ahead, kinds) = (new Queue<string>(["/staff", "/admin/search?q=ana"]), new HashSet<string>(StringComparer.Ordinal));
        List<(Page, string)> found = [];
        while (ahead.TryDequeue(out var address))
        {
            var page = await admin.Open(address);
            found.AddRange(Forms(page).Select(form => (page, ButtonOf(form))));
            foreach (var link in LinksOf(page).Where(link => kinds.Add(Numbers().Replace(link.Split('?', '#')[0], "#")))) ahead.Enqueue(link);
        }

        return found;
    }

    private static void Fill(PageForm form, Page page, string text)
    {
        foreach (var area in Forms(page).SelectMany(f => f.QuerySelectorAll("textarea:not([hidden])")).Select(a => a.GetAttribute("name")!))
            if (form.Has(area)) form.Fill(area, text);
    }

    private static IEnumerable<IHtmlFormElement> Forms(Page page) =>
        page.Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").Where(form => form.QuerySelector("textarea:not([hidden])") is not null);

    private static string ButtonOf(IElement form) =>
        Regex.Replace((LastOf(form, "button:not([name])") ?? LastOf(form, "button"))!.TextContent, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();

    private static IElement? LastOf(IElement form, string selector) => form.QuerySelectorAll(selector) is [.., var last] ? last : null;

    private static IEnumerable<string> LinksOf(Page page) =>
        page.Document.QuerySelectorAll("a[href]:not([download])").Select(a => a.GetAttribute("href")!)
            .Where(href => href.StartsWith("/admin", StringComparison.Ordinal) || href.StartsWith("/staff", StringComparison.Ordinal));

    [GeneratedRegex("^The (field .+ must|.+ field is|value )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FrameworkSentence();

    [GeneratedRegex("[0-9a-f-]{32,}|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
