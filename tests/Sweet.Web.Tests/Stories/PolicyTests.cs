using Sweet.Domain.Policies;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories;

public sealed class PolicyTests : Story
{
    [Theory]
    [InlineData("refunds")]
    [InlineData("privacy")]
    [InlineData("terms")]
    [InlineData("accessibility")]
    [InlineData("grievances")]
    [InlineData("contact")]
    public async Task Every_policy_has_its_page_that_says_since_when(string name)
    {
        await Given.Policies();

        var page = await Visitor.Open($"/policies/{name}");

        Assert.Contains("In force since November 23, 2025", page.Text, StringComparison.Ordinal);
        Assert.Contains("A sample", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_takes_over_on_its_day()
    {
        await Given.Policies();
        await Site.Db(async db =>
        {
            db.PolicyVersions.Add(new PolicyVersion(PolicyKind.Terms, "New terms", "Text.", Site.Now.AddDays(1), isSample: false));
            await db.SaveChangesAsync();
        });

        var before = await Visitor.Open("/policies/terms");
        Site.Pass(TimeSpan.FromDays(1));
        var after = await before.Reload();

        Assert.Equal(("Terms policy", "New terms"), (before.Heading, after.Heading));
    }
}
