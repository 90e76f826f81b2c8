using System.Text.RegularExpressions;
using Sweet.Sandbox.Demonstration;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>Along every link of the office, over the demonstration's people; of pages that differ by a number alone, one.</summary>
public sealed partial class OfficePagesTests : Story
{
    private const int MostStatements = 8;

    [Fact]
    public async Task No_page_asks_the_database_more_than_eight_times_and_none_is_kept_by_a_browser()
    {
        await Site.Db(db => DemonstrationData.Seed(db, Site.Now));
        var admin = await StaffVisitor.Admin(Site);
        var (ahead, kinds) = (new Queue<string>(["/staff", "/admin/search?q=ana"]), new HashSet<string>(StringComparer.Ordinal));
        List<string> findings = [];
        var seen = 0;
        while (ahead.TryDequeue(out var address))
        {
            Site.Statements.Take();
            var page = await admin.Open(address);
            var statements = Site.Statements.Take();
            seen++;
            if (page.Status != 200) findings.Add($"{address} answered {page.Status}");
            if (statements.Count > MostStatements) findings.Add($"{address} asked {statements.Count} times");
            if (page.Headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) != true) findings.Add($"{address} is kept");
            foreach (var link in LinksOf(page).Where(link => kinds.Add(Kind(link)))) ahead.Enqueue(link);
        }

        Assert.Empty(findings);
        Assert.InRange(seen, 50, 200);
    }

    private static IEnumerable<string> LinksOf(Page page) =>
        page.Document.QuerySelectorAll("a[href]:not([download])").Select(a => a.GetAttribute("href")!)
            .Where(href => href.StartsWith("/admin", StringComparison.Ordinal) || href.StartsWith("/staff", StringComparison.Ordinal));

    private static string Kind(string link) => Numbers().Replace(link.Split('?', '#')[0], "#");

    [GeneratedRegex("[0-9a-f-]{32,}|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
