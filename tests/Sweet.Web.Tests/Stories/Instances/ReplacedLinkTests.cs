using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Instances;

/// <summary>A link is replaced on one instance while pages are opened and sent with the old one on both.</summary>
public sealed class ReplacedLinkTests : IAsyncLifetime
{
    private const int Openings = 12;

    private readonly SiteFactory first;
    private readonly SiteFactory second;

    public ReplacedLinkTests()
    {
        var database = TestDatabase.Create();
        first = SiteFactory.On(database);
        second = SiteFactory.On(database);
    }

    public Task InitializeAsync() => Task.WhenAll(first.InitializeAsync(), second.InitializeAsync());

    public async Task DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
    }

    [Fact]
    public async Task Afterwards_the_old_one_shows_and_changes_nothing_on_either()
    {
        var given = new Given(first);
        var enrollment = await given.ConfirmedEnrollment(await given.OpenCohort(), Journey.Email);
        var old = $"/enrollments/{enrollment.LinkToken}";
        var presses = await Task.WhenAll(((SiteFactory[])[first, second]).Select(site => site.NewVisitor().Open($"{old}/link-replacements/new")));
        var edits = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Instance(i).NewVisitor().Open($"{old}/details/edit")));

        var opened = Enumerable.Range(0, Openings).Select(i => Instance(i).NewVisitor().Open(old)).ToList();
        var pressed = await Task.WhenAll(presses.Select(page => page.Submit("Replace my link")));
        var seen = await Task.WhenAll(opened);

        // Whoever was faster still saw it, whoever was slower did not.
        Assert.All(seen, page => Assert.True(page.Status is 200 or 410, $"{page.Status}"));
        Assert.Equal(["You are enrolled", "Your new link is on its way"], pressed.Select(p => p.Heading).Order(StringComparer.Ordinal));
        Assert.Equal(2, await first.Db(db => db.RetiredLinks.CountAsync()));
        foreach (var site in (SiteFactory[])[first, second]) await ShowsNothing(site, old);
        Assert.All(await Task.WhenAll(edits.Select(edit => edit.Submit(form => form.Fill("First name", "Thief")))), late => Assert.Equal(410, late.Status));
        Assert.NotEqual("Thief", await first.Db(db => db.Enrollments.Select(e => e.FirstName).SingleAsync()));
    }

    private static async Task ShowsNothing(SiteFactory site, string old)
    {
        foreach (var path in (string[])["", "/details/edit", "/receipt", "/calendar.ics", "/email-changes/new", "/link-replacements/new", "/withdrawal/new"])
        {
            var page = await site.NewVisitor().Open(old + path);
            Assert.Equal((410, "This link has expired"), (page.Status, page.Heading));
            Assert.DoesNotContain(Journey.Email, page.Body, StringComparison.Ordinal);
        }
    }

    private SiteFactory Instance(int number) => number % 2 == 0 ? first : second;
}
