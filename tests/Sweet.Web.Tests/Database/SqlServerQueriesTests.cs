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

    [Fact]
    public void All_SQL_so_far_fits_the_schema()
    {
        using var schema = SqlServerSchema.OfMigrations();
        var number = 0;
        foreach (var (sql, parameters) in SqlServerTwin.Statements) schema.Add(SqlServerProcedure.Of($"Query{++number}", sql, parameters));

        Assert.Empty(schema.Problems());
    }
}
