using Microsoft.Extensions.Hosting;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Hosting;

/// <summary>The verb "holds", as an operator runs it over the database of the site.</summary>
public sealed class HoldsCommandTests : IAsyncLifetime
{
    private readonly TestDatabase database = TestDatabase.CreateSqlite();
    private readonly SiteFactory site;

    public HoldsCommandTests() => site = SiteFactory.On(database);

    public Task InitializeAsync() => site.InitializeAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Unpaid_seats_are_listed_by_cohort_and_network_without_anybodys_address()
    {
        var given = new Given(site);
        var cohort = await given.OpenCohort();
        var held = await given.Enrollment(cohort, "ana@clinic.example");
        await given.Enrollment(cohort);
        var paid = await given.ConfirmedEnrollment(cohort);

        var run = await SiteProcess.Run(
            Environments.Development,
            new(SomeSettings.Outside(), StringComparer.Ordinal) { ["ConnectionStrings:Sweet"] = database.ConnectionString, ["Database:MigrateAtStart"] = "false" },
            "holds");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{cohort.Reference}  client  2 (0 with a bank)", run.Output, StringComparison.Ordinal);
        Assert.Contains(held.Number, run.Output, StringComparison.Ordinal);
        Assert.Contains("2 held unpaid.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(paid.Number, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("@", run.Output, StringComparison.Ordinal);
    }
}
