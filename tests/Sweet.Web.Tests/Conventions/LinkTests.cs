using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Conventions;

/// <summary>From the home page along every link, as a search engine goes.</summary>
public sealed class LinkTests : Story
{
    private readonly Dictionary<string, Page> pages = new(StringComparer.Ordinal);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Given.OpenCohort();
        await Given.OpenCohort(seats: 1, taken: 1);
        await Given.Article();
        await Follow("/");
    }

    [Fact]
    public void Every_link_leads_somewhere()
    {
        Assert.InRange(pages.Count, 15, 100);
        Assert.Empty(pages.Where(p => p.Value.Status != 200).Select(p => $"{p.Key} answered {p.Value.Status}"));
    }

    [Fact]
    public void Every_mark_that_a_link_names_is_on_its_page()
    {
        var lost = pages.SelectMany(p => LinksOf(p.Value)).Distinct()
            .Where(link => link.Fragment.Length > 1 && pages[link.PathAndQuery].Document.GetElementById(link.Fragment[1..]) is null);

        Assert.Empty(lost.Select(link => link.ToString()));
    }

    [Fact]
    public void Pages_that_everybody_gets_carry_nothing_personal()
    {
        var shared = pages.Values.Where(page => page.Headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) != true).ToList();

        Assert.InRange(shared.Count, 10, pages.Count);
        Assert.All(shared, page => Assert.False(page.HasForm || page.Headers.ContainsKey("Set-Cookie"), page.Address));
    }

    private async Task Follow(string address)
    {
        if (pages.ContainsKey(address)) return;

        var page = pages[address] = await Visitor.Open(address);
        foreach (var link in LinksOf(page)) await Follow(link.PathAndQuery);
    }

    private static IEnumerable<Uri> LinksOf(Page page) =>
        page.Document.QuerySelectorAll("a[href], link[rel=alternate][href]")
            .Select(a => new Uri(new Uri(SiteFactory.Address, page.Address), a.GetAttribute("href")))
            .Where(link => link.Host == SiteFactory.Address.Host && link.Scheme == SiteFactory.Address.Scheme);
}
