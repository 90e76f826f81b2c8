using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

/// <summary>What a reader on a phone waits for before anything is painted: one style sheet, and no script.</summary>
public sealed partial class FirstPaintTests : Story
{
    private const int MostBytes = 10 * 1024;

    private static readonly string[] Metrics = ["size-adjust", "ascent-override", "descent-override", "line-gap-override"];

    [Fact]
    public async Task One_style_sheet_and_no_script_hold_up_a_page()
    {
        foreach (var address in await PublicPages())
        {
            var page = await Visitor.Open(address);

            Assert.Single(StyleSheetsOf(page));
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script[src]"), Blocks);
        }
    }

    [Fact]
    public async Task It_is_ten_kilobytes_at_most_for_the_first_who_asks_for_it()
    {
        var address = StyleSheetsOf(await Visitor.Open("/")).Single();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");

        using var answer = await Site.CreateClient().SendAsync(request);

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        var body = await answer.Content.ReadAsByteArrayAsync();
        Assert.InRange(HeadOf(answer).Length + body.Length, 1, MostBytes);
    }

    [Fact]
    public async Task A_face_that_comes_late_moves_nothing()
    {
        var styles = (await Visitor.Open(StyleSheetsOf(await Visitor.Open("/")).Single())).Body;

        var faces = Faces().Matches(styles).Select(face => face.Value).ToList();
        var loaded = faces.FindAll(face => face.Contains("url(", StringComparison.Ordinal));
        var standIns = faces.Except(loaded).ToList();

        Assert.All(loaded, face => Assert.Contains("font-display: optional", face, StringComparison.Ordinal));
        Assert.Equal(loaded.Select(FamilyOf).Distinct(StringComparer.Ordinal).Count(), standIns.Count);
        Assert.All(standIns, face => Assert.All(Metrics, metric => Assert.Contains(metric, face, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_faces_of_our_language_are_asked_for_ahead_and_kept_for_good()
    {
        var page = await Visitor.Open("/");
        var asked = page.Document.QuerySelectorAll("link[rel=preload][as=font][crossorigin]").Select(l => l.GetAttribute("href")!).ToList();

        Assert.Equal(2, asked.Count);
        foreach (var address in asked)
            Assert.Contains("immutable", (await Visitor.Open(address)).Headers["Cache-Control"], StringComparison.Ordinal);
    }

    private async Task<List<string>> PublicPages()
    {
        await Given.Article();
        var cohort = await Given.OpenCohort();
        var map = (await Visitor.Open("/sitemap.xml")).Body;
        var listed = Locations().Matches(map).Select(l => new Uri(l.Groups["address"].Value).AbsolutePath).ToList();
        Assert.Contains("/courses/interpersonal-psychotherapy", listed);
        return [.. listed, $"/cohorts/{cohort.Reference}/enrollments/new", "/my-enrollments", "/my-enrollments/sent", "/no-such-page"];
    }

    private static List<string> StyleSheetsOf(Page page) =>
        [.. page.Document.QuerySelectorAll("link[rel=stylesheet]:not([media=print])").Select(l => l.GetAttribute("href")!)];

    private static bool Blocks(IElement script) => !script.Matches("[type=module], [defer], [async]") || script.Matches("[blocking]");

    private static byte[] HeadOf(HttpResponseMessage answer) => Encoding.ASCII.GetBytes($"{answer.Headers}{answer.Content.Headers}");

    private static string FamilyOf(string face) => Family().Match(face).Value;

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Faces();

    [GeneratedRegex(@"font-family: ""[^""]+""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Family();

    [GeneratedRegex(@"<loc>(?<address>[^<]+)</loc>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Locations();
}
