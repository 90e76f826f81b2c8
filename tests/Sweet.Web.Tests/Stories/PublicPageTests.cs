using System.Text.Json;
using Sweet.Domain;
using Sweet.Domain.Articles;
using Sweet.Web.Tests.Support;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Stories;

public sealed class PublicPageTests : Story
{
    private const string Course = "/courses/interpersonal-psychotherapy";

    [Fact]
    public async Task Home_has_a_button_and_is_no_part_of_the_navigation()
    {
        await Given.OpenCohort();

        var page = await Visitor.Open("/");

        Assert.Null(page.Document.QuerySelector("nav [aria-current]"));
        Assert.Equal(Course, Assert.Single(page.Document.QuerySelectorAll("main a.button")).GetAttribute("href"));
    }

    [Fact]
    public async Task The_dates_of_a_course_come_second_and_can_be_jumped_to()
    {
        await Given.OpenCohort();

        var page = await Visitor.Open(Course);

        var headings = page.Document.QuerySelectorAll("main :is(h1, .topic > h2)").Select(h => h.TextContent).ToList();
        Assert.Equal(["Interpersonal Psychotherapy (IPT)", "Dates"], headings.Take(2));
        Assert.Equal("#cohorts", page.Document.QuerySelector("header.head a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_standfirst_of_an_article_shows_before_its_text()
    {
        await Given.Article();

        var page = await Visitor.Open("/articles/bridging-connections");

        Assert.Equal("About connections.", page.Document.QuerySelector("header.head .promise")!.TextContent);
    }

    [Fact]
    public async Task The_contact_page_has_the_contact_and_the_emergency_numbers()
    {
        await Given.Policies();

        var page = await Visitor.Open("/policies/contact");
        var other = await Visitor.Open("/policies/terms");

        Assert.Equal("mailto:help@sweet.example", page.Document.QuerySelector("main a[href^=mailto]")!.GetAttribute("href"));
        Assert.Contains("call 911", page.Text, StringComparison.Ordinal);
        Assert.Contains("call or text 988", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("911", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crawlers_may_read_that_a_page_says_noindex()
    {
        var cohort = await Given.OpenCohort();

        var robots = await Visitor.Open("/robots.txt");
        var form = await Visitor.Open($"/cohorts/{cohort.Reference}/enrollments/new");

        Assert.DoesNotContain("Disallow: /", robots.Body, StringComparison.Ordinal);
        Assert.NotNull(form.Document.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData("/manifest.webmanifest", "application/manifest+json")]
    [InlineData("/img/touch-icon.png", "image/png")]
    [InlineData("/img/icon-512.png", "image/png")]
    public async Task Browsers_find_the_sign_of_the_site(string address, string type)
    {
        var page = await Visitor.Open(address);

        Assert.Equal((200, type), (page.Status, page.ContentType));
    }

    [Fact]
    public async Task Every_page_names_its_signs_and_its_policy_lets_them_load()
    {
        var page = await Visitor.Open("/articles");

        Assert.NotNull(page.Document.QuerySelector("link[rel=manifest]"));
        Assert.NotNull(page.Document.QuerySelector("link[rel=apple-touch-icon]"));
        Assert.Contains("manifest-src 'self'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse((await Visitor.Open("/manifest.webmanifest")).Body);
        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
            Assert.Equal(200, (await Visitor.Open(icon.GetProperty("src").GetString()!)).Status);
    }

    [Fact]
    public async Task Search_engines_read_a_schedule_in_their_own_words()
    {
        await Given.OpenCohort();

        var course = await DataOf(Course, "Course");

        var schedule = course.GetProperty("hasCourseInstance")[0].GetProperty("courseSchedule");
        Assert.Equal("Weekly", schedule.GetProperty("repeatFrequency").GetString());
        Assert.Equal((6, "PT2H"), (schedule.GetProperty("repeatCount").GetInt32(), schedule.GetProperty("duration").GetString()));
        Assert.Equal("Paid", course.GetProperty("offers")[0].GetProperty("category").GetString());
        Assert.Equal("https://sweet.test/img/icon-512.png", course.GetProperty("provider").GetProperty("logo").GetString());
    }

    [Fact]
    public async Task No_schedule_is_told_of_classes_that_differ_in_length()
    {
        await Given.OpenCohort(change: c => c.MoveMeeting(c.Meetings[^1], ZonedTime.At(c.Meetings[^1].StartsAtUtc, c.TimeZone).Local, 180, Site.Now));

        var instance = (await DataOf(Course, "Course")).GetProperty("hasCourseInstance")[0];

        Assert.False(instance.TryGetProperty("courseSchedule", out _));
    }

    [Fact]
    public async Task A_course_that_costs_nothing_is_free_for_them_too()
    {
        await Given.OpenCohort(price: new Money(0, "USD"));

        var offer = (await DataOf(Course, "Course")).GetProperty("offers")[0];

        Assert.Equal(("Free", 0m), (offer.GetProperty("category").GetString(), offer.GetProperty("price").GetDecimal()));
    }

    [Fact]
    public async Task The_home_page_says_who_we_are()
    {
        var institute = await DataOf("/", "EducationalOrganization");

        Assert.Equal("SWEET Institute", institute.GetProperty("name").GetString());
        Assert.Equal("https://sweet.test/", institute.GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("/img/conversation.svg", "/img/conversation-share.png")]
    [InlineData("/img/no-such-drawing.svg", "/img/social.png")]
    [InlineData(null, "/img/social.png")]
    public async Task An_article_is_shared_with_its_own_picture_if_it_has_one(string? leadImage, string shared)
    {
        await Given.Course();
        await Site.Db(async db =>
        {
            var article = new Article("pictured", "Pictured", "Words.", course: null, Site.Now) { LeadImage = leadImage, LeadImageText = "People." };
            article.Publish(Site.Now, Site.Now);
            db.Articles.Add(article);
            await db.SaveChangesAsync();
        });

        var page = await Visitor.Open("/articles/pictured");

        Assert.Equal($"https://sweet.test{shared}", page.Document.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal(200, (await Visitor.Open(shared)).Status);
        Assert.Equal($"https://sweet.test{shared}", (await DataOf("/articles/pictured", "BlogPosting")).GetProperty("image").GetString());
    }

    [Theory]
    [InlineData("SWEET Institute", "EducationalOrganization", "By the SWEET Institute")]
    [InlineData("Ana Sample, LCSW", "Person", "By Ana Sample, LCSW")]
    public async Task An_article_says_who_wrote_it(string author, string type, string byline)
    {
        var course = await Given.Course();
        await Site.Db(async db =>
        {
            db.Attach(course);
            var article = new Article("signed", "Signed", "Words.", course, Site.Now)
            {
                Category = "Psychotherapy",
                Summary = "About words.",
                Author = author,
            };
            article.Publish(Site.Now.AddDays(-1), Site.Now);
            db.Articles.Add(article);
            await db.SaveChangesAsync();
        });

        var page = await Visitor.Open("/articles/signed");

        Assert.Equal(byline, page.Document.QuerySelector(".byline p")!.TextContent);
        Assert.Equal(type, (await DataOf("/articles/signed", "BlogPosting")).GetProperty("author").GetProperty("@type").GetString());
    }

    private async Task<JsonElement> DataOf(string path, string type)
    {
        var page = await Visitor.Open(path);
        var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        return data.RootElement.GetProperty("@graph").EnumerateArray().Single(t => t.GetProperty("@type").GetString() == type);
    }
}
