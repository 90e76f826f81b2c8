using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

/// <summary>What is kept of a page is given only to who asked for the same.</summary>
public sealed class KeptPageTests : Story
{
    private const string Path = "/articles/bridging-connections";
    private const string Course = "/courses/interpersonal-psychotherapy";

    [Theory]
    [InlineData("*", "br")]
    [InlineData("gzip;q=1, br;q=0.1", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity", null)]
    public async Task Nobody_gets_an_encoding_that_somebody_else_asked_for(string first, string? encoding)
    {
        await Given.Article();

        foreach (var address in (string[])[Path, "/articles/feed.rss", "/sitemap.xml", Course, "/"])
        {
            Assert.Equal(encoding, await EncodingOf(address, first));
            Assert.Equal("gzip", await EncodingOf(address, "gzip"));
            Assert.Equal("br", await EncodingOf(address, "br"));
            Assert.Null(await EncodingOf(address, null));
            Assert.Equal(encoding, await EncodingOf(address, first));
        }
    }

    [Theory]
    [InlineData("/Articles/Bridging-Connections")]
    [InlineData("/articles/bridging-connections/")]
    [InlineData("/articles/bridging%2Dconnections")]
    [InlineData("/ARTICLES/bridging-connections?x=1")]
    public async Task An_address_means_the_same_whether_or_not_the_page_is_kept(string other)
    {
        await Given.Article();

        var before = await Visitor.Open(other);
        var page = await Visitor.Open(Path);
        var after = await Visitor.Open(other);

        Assert.Equal((200, 200, 200), (before.Status, page.Status, after.Status));
        Assert.Equal(before.Statuses, after.Statuses);
    }

    [Theory]
    [InlineData("/Courses/Interpersonal-Psychotherapy/Interests/New", "Tell me about the next one")]
    [InlineData("/courses/INTERPERSONAL-PSYCHOTHERAPY/interests/sent", "Check your email")]
    [InlineData("/courses/interpersonal-Psychotherapy/interests", "Tell me about the next one")]
    public async Task A_page_that_is_not_kept_has_its_name_in_any_case_too(string address, string heading)
    {
        await Given.Course();

        var page = await Visitor.Open(address);

        Assert.Equal(200, page.Status);
        Assert.Equal(heading, page.Heading);
    }

    [Theory]
    [InlineData(Path, "?x=1")]
    [InlineData(Path, "?page=2")]
    [InlineData(Path, "?from=nobody")]
    [InlineData("/", "?page=7")]
    [InlineData("/articles", "?page=1")]
    [InlineData("/articles", "?from=bridging-connections")]
    [InlineData(Course, "?from=nobody")]
    [InlineData(Course, "?from=nobody&x=2&page=3")]
    [InlineData("/articles/feed.atom", "?page=9")]
    public async Task A_query_that_changes_nothing_on_a_page_is_not_another_page(string address, string query)
    {
        var article = await Given.Article();
        var kept = await Visitor.Open(address);
        await Site.Db(async db =>
        {
            db.Attach(article).Entity.Rewrite("Another title", "Other words.", Site.Now);
            await db.SaveChangesAsync();
            await db.Courses.ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, "Another course"));
        });

        var other = await Visitor.Open(address + query);

        Assert.Equal(kept.Body, other.Body);
    }

    [Theory]
    [InlineData(Path, "%3Fx=1")]
    [InlineData(Course, "%3Ffrom=bridging-connections")]
    [InlineData(Course, "%3Ffrom=bridging-connections?from=bridging-connections")]
    public async Task A_question_mark_in_a_path_is_no_query(string address, string more)
    {
        await Given.OpenCohort();
        await Given.Article();
        await Visitor.Open(address);
        await Visitor.Open(address + "?from=bridging-connections");

        var first = await Visitor.Open(address + more);
        var second = await Visitor.Open(address + more);

        Assert.Equal((404, 404), (first.Status, second.Status));
    }

    [Theory]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("%201")]
    [InlineData("0x1")]
    [InlineData("1&page=1")]
    [InlineData("")]
    [InlineData("99999999999")]
    public async Task A_page_of_the_list_has_one_address(string number)
    {
        Assert.Equal(404, (await Visitor.Open($"/articles?page={number}")).Status);
    }

    [Fact]
    public async Task A_course_carries_on_only_an_article_that_there_is()
    {
        var cohort = await Given.OpenCohort();
        await Given.Article();

        var known = await Visitor.Open(Course + "?from=bridging-connections");
        var unknown = await Visitor.Open(Course + "?from=somebody");

        Assert.Equal($"/cohorts/{cohort.Reference}/enrollments/new?from=bridging-connections", known.Link("Register"));
        Assert.Equal($"/cohorts/{cohort.Reference}/enrollments/new", unknown.Link("Register"));
    }

    private async Task<string?> EncodingOf(string address, string? accepted)
    {
        using var visitor = Site.NewVisitor();
        if (accepted is not null) visitor.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var page = await visitor.Open(address);
        Assert.Equal(200, page.Status);
        Assert.Contains("Accept-Encoding", page.Headers["Vary"], StringComparison.Ordinal);
        return page.Headers.GetValueOrDefault("Content-Encoding");
    }
}
