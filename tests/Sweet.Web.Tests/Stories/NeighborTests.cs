using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Articles;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

/// <summary>Whatever the author of one text wrote, the pages, lists and feeds that show others stand.</summary>
public sealed class NeighborTests : Story
{
    private const string Course = "/courses/interpersonal-psychotherapy";

    private static readonly string[] Pages =
        ["/", "/articles", "/articles/good", "/articles/bad", "/articles/feed.rss", "/articles/feed.atom", "/sitemap.xml",
            "/courses", Course, "/courses/feed.atom", "/courses/feed.json", "/courses/feed.ics"];

    public static TheoryData<string> Bodies() =>
    [
        new string('>', 127) + " a",
        new string('>', 128) + " a",
        new string('>', 10_000),
        new string('[', 5_000),
        "a\u000Bb", "a\u0000b", "a\u001Fb", "a\uFFFEb\uFFFF", "a\uD800b", "a&#11;b &#xFFFE; &#xD800;",
        "]]>\u000B]]\u000B>",
        "[a](http://) [b](http://[::1) ![c](http://:x) [d](//) <http://%zz>",
        "Words.[^1]\n\n[^1]: A list:\n\n    - one",
        "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|\n", 20_000)),
        "",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_body_of_an_article(string body)
    {
        await Given.OpenCohort();
        await Given.Article("good", "A good one");
        await Given.Article("bad", "A bad one", body);

        await AllStand();
    }

    [Theory]
    [InlineData("a\u000Bb")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uD800b")]
    [InlineData("]]>\u0008<script>&\u0085\u2028")]
    public async Task Any_other_text(string text)
    {
        await Given.OpenCohort();
        await Given.Article("good", "A good one");
        await Site.Db(async db =>
        {
            var article = new Article("bad", text, text, null, Site.Now) { Category = text, Summary = text, Author = text };
            article.Publish(Site.Now.AddDays(-1), Site.Now);
            db.Articles.Add(article);
            (await db.Courses.Include(c => c.Questions).SingleAsync()).AddQuestion(text, text, Site.Now);
            await db.SaveChangesAsync();
            await db.Courses.ExecuteUpdateAsync(set => set
                .SetProperty(c => c.Title, text).SetProperty(c => c.Kind, text).SetProperty(c => c.Summary, text).SetProperty(c => c.Promise, text)
                .SetProperty(c => c.Audience, text).SetProperty(c => c.Faculty, text));
            await db.PolicyVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Title, text).SetProperty(v => v.Body, text));
        });

        await AllStand();
        Assert.Equal(200, (await Visitor.Open("/policies/privacy")).Status);
    }

    [Fact]
    public async Task What_is_not_shown_is_logged_once()
    {
        await Given.Article("bad", body: new string('>', 128));

        foreach (var address in (string[])["/articles/bad", "/", "/articles/feed.rss", "/articles/bad"])
        {
            Assert.Equal(200, (await Visitor.Open(address)).Status);
            Site.Pass(TimeSpan.FromSeconds(30));
        }

        Assert.Contains("This text cannot be shown right now.", (await Visitor.Open("/articles/bad")).Text, StringComparison.Ordinal);
        Assert.Single(Site.Log.Events, e => e.MessageTemplate.Text.Contains("is not shown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_shows_its_references()
    {
        await Given.Policies();
        await Site.Db(db => db.PolicyVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Body, "Words.[^1]\n\n[^1]: A source.")));

        var page = await Visitor.Open("/policies/privacy");

        Assert.Contains("A source.", page.Document.GetElementById("fn:1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.GetElementById("references"));
    }

    [Theory]
    [InlineData("/articles/bad")]
    [InlineData("/policies/contact")]
    [InlineData("/policies/privacy")]
    [InlineData(Course)]
    public async Task No_heading_takes_an_id_of_its_page(string address)
    {
        await Given.OpenCohort();
        await Given.Article("bad");
        var ids = (await Visitor.Open(address)).Document.QuerySelectorAll("[id]").Select(e => e.Id!);
        var body = string.Concat(ids.Distinct(StringComparer.Ordinal).Select(id => $"## {id}\n\n")) + "Words.[^1]\n\n[^1]: A source.";
        await Site.Db(async db =>
        {
            await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Body, body));
            await db.PolicyVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Body, body));
            await db.Courses.ExecuteUpdateAsync(set => set.SetProperty(c => c.Audience, body).SetProperty(c => c.Faculty, body));
        });
        Site.Pass(TimeSpan.FromSeconds(30));

        var all = (await Visitor.Open(address)).Document.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

        Assert.Equal(all.Count, all.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task AllStand()
    {
        foreach (var address in Pages)
        {
            var page = await Visitor.Open(address);
            Assert.Equal(200, page.Status);
            if (page.ContentType!.EndsWith("xml", StringComparison.Ordinal)) XDocument.Parse(page.Body);
            if (page.ContentType.EndsWith("json", StringComparison.Ordinal)) JsonDocument.Parse(page.Body).Dispose();
            foreach (var data in page.Document.QuerySelectorAll("script[type='application/ld+json']")) JsonDocument.Parse(data.TextContent).Dispose();
            var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        }
    }
}
