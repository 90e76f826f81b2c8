using System.Text.Json;
using System.Xml.Linq;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

public sealed class FeedTests : Story
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Given.OpenCohort();
        await Given.DraftCohort();
        await Given.Article(body: "Words.[^1]\n\n[^1]: A reference & more.");
    }

    [Fact]
    public async Task Rss_carries_whole_articles_with_addresses_that_work_anywhere()
    {
        var page = await Visitor.Open("/articles/feed.rss");

        var item = XDocument.Parse(page.Body).Descendants("item").Single();
        Assert.Equal("application/rss+xml", page.ContentType);
        Assert.Equal("https://sweet.test/articles/bridging-connections", item.Element("link")!.Value);
        Assert.Contains("A reference &amp; more.", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.Contains("href=\"https://sweet.test/articles/bridging-connections#fn:1\"", item.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/feed.atom")]
    [InlineData("/courses/feed.atom")]
    public async Task Atom_has_what_the_standard_asks_of_a_feed_and_its_entries(string address)
    {
        var page = await Visitor.Open(address);

        var feed = XDocument.Parse(page.Body).Root!;
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal("application/atom+xml", page.ContentType);
        Assert.All([feed, entry], element => Assert.All(["id", "title", "updated"], name => Assert.NotEmpty(element.Element(Atom + name)!.Value)));
        Assert.Equal("https://sweet.test" + address, feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.True(DateTimeOffset.Parse(feed.Element(Atom + "updated")!.Value, null) <= Site.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_json_feed_tells_price_and_free_seats()
    {
        var page = await Visitor.Open("/courses/feed.json");

        using var feed = JsonDocument.Parse(page.Body);
        var facts = Assert.Single(feed.RootElement.GetProperty("items").EnumerateArray()).GetProperty("_sweet");
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.Equal((30, 59_700), (facts.GetProperty("seats_left").GetInt32(), facts.GetProperty("price_minor").GetInt32()));
    }

    [Fact]
    public async Task The_calendar_holds_the_six_class_meetings()
    {
        var page = await Visitor.Open("/courses/feed.ics");

        var events = Calendar.Load(page.Body)!.Events;
        Assert.Equal(6, events.Count);
        Assert.Equal(6, events.Select(e => e.Uid).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(new DateTime(2027, 1, 13, 0, 0, 0, DateTimeKind.Utc), events.Min(e => e.Start!.AsUtc));
    }

    [Theory]
    [InlineData("/articles/feed.rss")]
    [InlineData("/articles/feed.atom")]
    [InlineData("/courses/feed.atom")]
    [InlineData("/courses/feed.json")]
    [InlineData("/courses/feed.ics")]
    public async Task A_reader_that_has_it_already_gets_no_second_copy(string address)
    {
        var tag = (await Visitor.Open(address)).Headers["ETag"];
        Site.Pass(TimeSpan.FromMinutes(1));
        Visitor.Headers.TryAddWithoutValidation("If-None-Match", tag);

        var page = await Visitor.Open(address);

        Assert.Equal(304, page.Status);
        Assert.Empty(page.Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_calendar_is_valid_however_much_it_holds(int cohorts)
    {
        await Site.Db(db => db.Cohorts.ExecuteUpdateAsync(c => c.SetProperty(x => x.Status, CohortStatus.Draft)));
        for (var i = 0; i < cohorts; i++) await Given.OpenCohort();

        var calendar = Calendar.Load((await Visitor.Open("/courses/feed.ics")).Body)!;

        Assert.Equal(6 * cohorts, calendar.Events.Count);
        // RFC 5545, 3.6: at least one component.
        Assert.NotEmpty(calendar.Children);
        Assert.All(calendar.Events, e => Assert.StartsWith("mailto:", e.Organizer!.Value!.ToString(), StringComparison.Ordinal));
        Assert.All(calendar.Events, e => Assert.NotNull(e.DtStamp));
    }

    [Fact]
    public async Task Pages_lead_to_their_feeds()
    {
        var home = await Visitor.Open("/");

        var feeds = home.Document.QuerySelectorAll("link[rel=alternate]").Select(l => l.GetAttribute("href")).ToList();
        foreach (var feed in feeds) Assert.Equal(200, (await Visitor.Open(feed!)).Status);
        Assert.Equal(5, feeds.Count);
    }

    [Fact]
    public async Task The_sitemap_names_what_is_public_and_every_page_of_it_answers()
    {
        var page = await Visitor.Open("/sitemap.xml");

        var addresses = XDocument.Parse(page.Body).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        foreach (var address in addresses) Assert.Equal(200, (await Visitor.Open(address)).Status);
        Assert.Contains("https://sweet.test/articles/bridging-connections", addresses);
        Assert.Contains("Sitemap: https://sweet.test/sitemap.xml", (await Visitor.Open("/robots.txt")).Body, StringComparison.Ordinal);
    }
}
