using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

public sealed class ArticleTests : Story
{
    private const string Path = "/articles/bridging-connections";

    [Fact]
    public async Task A_footnote_mark_leads_to_its_reference_and_back()
    {
        await Given.Article(body: "Words.[^1]\n\n[^1]: A reference.");

        var page = await Visitor.Open(Path);

        var mark = page.Document.QuerySelector("a.footnote-ref")!;
        var reference = page.Document.GetElementById(mark.GetAttribute("href")![1..])!;
        Assert.Contains("A reference.", reference.TextContent, StringComparison.Ordinal);
        Assert.Equal("#" + mark.Id, reference.QuerySelector("a.footnote-back-ref")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_long_article_has_a_table_of_contents_and_a_short_one_has_none()
    {
        await Given.Article("long", body: "## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.");
        await Given.Article("short", body: "Text.");

        var contents = (await Visitor.Open("/articles/long")).Document.QuerySelectorAll(".toc a");
        var shortPage = await Visitor.Open("/articles/short");

        Assert.Equal(["#one", "#two", "#three"], contents.Select(a => a.GetAttribute("href")));
        Assert.Null(shortPage.Document.QuerySelector(".toc"));
    }

    [Fact]
    public async Task The_call_to_action_tells_the_next_open_cohort_and_carries_the_article_along()
    {
        var cohort = await Given.OpenCohort(seats: 30, taken: 2);
        await Given.Article();

        var article = await Visitor.Open(Path);
        var course = await article.Click("See the course and register");
        var form = await course.Click("Register");

        Assert.Contains("Tuesday, January 12, 2027, 7:00–9:00 pm EST", article.Text, StringComparison.Ordinal);
        Assert.Contains("28 of 30 left", article.Text, StringComparison.Ordinal);
        Assert.Equal($"/cohorts/{cohort.Reference}/enrollments/new?from=bridging-connections", form.Address);
        Assert.Equal("bridging-connections", form.MainForm["From"]);
    }

    [Fact]
    public async Task It_never_advertises_a_date_that_has_passed()
    {
        var cohort = await Given.OpenCohort();
        await Given.Article();

        Site.Pass(cohort.FirstClassAtUtc - Site.Now + TimeSpan.FromSeconds(1));
        var page = await Visitor.Open(Path);

        Assert.DoesNotContain("January 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("No cohort is open right now.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tell me about the next one", page.Links);
    }

    [Fact]
    public async Task A_scheduled_article_appears_at_its_time()
    {
        await Given.Article(publishedAtUtc: Site.Now.AddHours(1));

        var before = await Visitor.Open(Path);
        Site.Pass(TimeSpan.FromHours(1));
        var after = await before.Reload();

        Assert.Equal((404, 200), (before.Status, after.Status));
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone()
    {
        var article = await Given.Article();
        await Site.Db(async db =>
        {
            db.Attach(article).Entity.Withdraw(Site.Now);
            await db.SaveChangesAsync();
        });

        var page = await Visitor.Open(Path);

        Assert.Equal(410, page.Status);
        Assert.Equal("This page has been taken down", page.Heading);
    }

    [Theory]
    [InlineData("/articles/no-such-article")]
    [InlineData("/articles?page=2")]
    [InlineData("/articles?page=0")]
    [InlineData("/articles?page=x")]
    [InlineData("/courses/no-such-course")]
    [InlineData("/policies/no-such-policy")]
    [InlineData("/policies/1")]
    [InlineData("/courses/no-such-course/interests/new")]
    public async Task What_does_not_exist_is_a_real_page_with_a_way_on(string address)
    {
        var page = await Visitor.Open(address);

        Assert.Equal(404, page.Status);
        Assert.Equal("We can’t find this page", page.Heading);
        Assert.Contains("Courses", page.Links);
    }

    [Fact]
    public async Task The_list_is_cut_into_pages()
    {
        for (var i = 1; i <= 11; i++) await Given.Article($"article-{i}", $"Article {i}", publishedAtUtc: Site.Now.AddDays(-i));

        var first = await Visitor.Open("/articles");
        var second = await first.Click("Older articles");

        Assert.Contains("Article 10", first.Links);
        Assert.DoesNotContain("Article 11", first.Links);
        Assert.Contains("Article 11", second.Links);
        Assert.Equal("/articles", second.Link("Newer articles"));
    }

    [Fact]
    public async Task A_page_is_kept_for_ten_seconds_and_asks_the_database_only_then()
    {
        var article = await Given.Article();
        await Visitor.Open(Path);
        await Site.Db(async db =>
        {
            db.Attach(article).Entity.Rewrite("Another title", "Other words.", Site.Now);
            await db.SaveChangesAsync();
        });

        var kept = await Visitor.Open(Path);
        Site.Pass(TimeSpan.FromSeconds(10));
        var fresh = await Visitor.Open(Path);

        Assert.Equal(("Bridging connections", "Another title"), (kept.Heading, fresh.Heading));
    }

    [Fact]
    public async Task Reading_sets_no_cookie_and_loads_nothing_from_elsewhere()
    {
        await Given.OpenCohort();
        await Given.Article();

        foreach (var address in (string[])["/", "/articles", Path, "/courses", "/courses/interpersonal-psychotherapy", "/policies/privacy"])
        {
            var page = await Visitor.Open(address);
            var sources = page.Document.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=preload]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href"));
            Assert.Equal(200, page.Status);
            Assert.All(sources, source => Assert.StartsWith("/", source, StringComparison.Ordinal));
        }

        Assert.Empty(Visitor.Cookies);
    }
}
