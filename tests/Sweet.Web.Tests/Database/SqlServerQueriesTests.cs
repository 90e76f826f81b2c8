using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Database;

/// <summary>What <see cref="SqlServerTwin"/> proves in every story, proved to be able to fail.</summary>
public sealed class SqlServerQueriesTests : IAsyncLifetime
{
    private readonly SiteFactory site = SiteFactory.OnSqlite();

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_SQL_of_a_query_of_the_site_is_kept()
    {
        await site.Db(db => db.Cohorts.Where(c => c.WhatsAppUrl == "the query of this test").FirstOrDefaultAsync());

        Assert.Contains(SqlServerTwin.Statements, s => s.Key.Contains("SELECT TOP(1)", StringComparison.Ordinal) && s.Key.Contains("the query of this test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_that_only_SQLite_can_do_fails_its_test()
    {
        var query = () => site.Db(db => db.Cohorts.Where(c => EF.Functions.Glob(c.Reference, "ipt*")).CountAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(query);
    }

    /// <remarks>What other tests of this run have asked before is looked at too.</remarks>
    [Fact]
    public async Task The_SQL_of_the_whole_way_of_a_student_fits_the_schema()
    {
        await WalkTheWholeWay();

        using var schema = SqlServerSchema.OfMigrations();
        var number = 0;
        foreach (var (sql, parameters) in SqlServerTwin.Statements) schema.Add(SqlServerProcedure.Of($"Query{++number}", sql, parameters));

        Assert.InRange(number, 30, 10_000);
        Assert.Empty(schema.Problems());
    }

    private async Task WalkTheWholeWay()
    {
        using var visitor = site.NewVisitor();
        var given = new Given(site);
        var cohort = await given.OpenCohort();
        await given.Article();
        foreach (var address in (string[])["/", "/articles", "/articles/bridging-connections", "/courses", "/courses/interpersonal-psychotherapy", "/policies/refunds", "/courses/feed.atom", "/articles/feed.rss", "/sitemap.xml"])
            await visitor.Open(address);

        var held = await visitor.Register(cohort, "ana@clinic.example");
        await site.StandIns.Stripe.Pay(await held.GoToPay());
        await held.Reload();
        await visitor.Register(cohort, "ben@clinic.example");
        site.Pass(TimeSpan.FromHours(1));
        await site.EndHolds();
        await site.Reconcile();
        await site.SendRefunds();
        await site.SendMail();
    }
}
