using Microsoft.Extensions.Hosting;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Orders;
using Sweet.Domain.Restoring;
using Sweet.Domain.Settlements;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Hosting;

/// <summary>The verb "cases resolve", as an operator runs it over the database of the site.</summary>
public sealed class ResolveCaseCommandTests : IAsyncLifetime
{
    private readonly TestDatabase database = TestDatabase.CreateSqlite();
    private readonly SiteFactory site;

    public ResolveCaseCommandTests() => site = SiteFactory.On(database);

    public Task InitializeAsync() => site.InitializeAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_case_is_listed_resolved_once_and_listed_no_more()
    {
        var caseId = await OpenCase();

        var listed = await Run("cases");
        var resolved = await Run("cases", "resolve", $"{caseId}", "--as", "noted", "--because", "Sold at the desk.");
        var again = await Run("cases", "resolve", $"{caseId}", "--as", "noted", "--because", "Once more.");
        var after = await Run("cases");

        Assert.Contains("UnclaimedPayment  no enrollment  pi_desk: 5.00 USD arrived for IPT-MUG", listed.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"Case {caseId} is resolved as noted."), (resolved.ExitCode, resolved.Output.Trim()));
        Assert.Equal((1, $"Case {caseId} stays as it is: it is already resolved."), (again.ExitCode, again.Error.Trim()));
        Assert.Equal("No case is open.", after.Output.Trim());
        Assert.Equal("Sold at the desk.", await site.Db(async db => (await db.OpenCases.FindAsync(caseId))!.Reason));
    }

    [Fact]
    public async Task A_decision_that_fits_no_case_of_its_kind_is_refused_in_words()
    {
        var run = await Run("cases", "resolve", $"{await OpenCase()}", "--as", "seat", "--because", "They shall have it.");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("a case of its kind cannot be resolved that way", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("email")]
    [InlineData("mail")]
    public async Task What_a_restore_has_withheld_is_released_by_the_word_that_the_list_says(string word)
    {
        var caseId = await site.Db(async db =>
        {
            var opened = SiteCases.Restored(new Restoration(site.Now.AddHours(-1), 0, site.Now), withheld: 0, remade: 0, site.Now);
            db.OpenCases.Add(opened);
            await db.SaveChangesAsync();
            return opened.Id;
        });

        var listed = await Run("cases");
        var resolved = await Run("cases", "resolve", $"{caseId}", "--as", word, "--because", "They are still true.");

        Assert.Contains("[email, noted]", listed.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"Case {caseId} is resolved as email."), (resolved.ExitCode, resolved.Output.Trim()));
    }

    private Task<int> OpenCase() => site.Db(async db =>
    {
        var opened = PaymentCases.Unclaimed(
            new PaymentFacts("pi_desk", PaymentStatus.Succeeded, new Money(500, "USD")), "IPT-MUG", site.Now);
        db.OpenCases.Add(opened);
        await db.SaveChangesAsync();
        return opened.Id;
    });

    private Task<SiteProcess> Run(params string[] words) => SiteProcess.Run(
        Environments.Development,
        new(SomeSettings.Outside(), StringComparer.Ordinal) { ["ConnectionStrings:Sweet"] = database.ConnectionString, ["Database:MigrateAtStart"] = "false" },
        words);
}
