using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sweet.Web.Data;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Database;

/// <summary>The lock is one update straight on the cohort's row, before any read.</summary>
public sealed class SeatLockTests : Story
{
    [Fact]
    public async Task Is_one_update_of_the_row_on_SQLite()
    {
        var seen = new KeepsCommands();
        var options = new DbContextOptionsBuilder<SqliteSweetDbContext>().UseSqlite("Data Source=nowhere").AddInterceptors(seen).Options;
        using var gate = new WriteGate();
        await using var db = new SqliteSweetDbContext(options, gate);

        await db.LockCohort(7, default);

        Assert.Equal("""UPDATE "Cohorts" AS "c" SET "LockCount" = "c"."LockCount" + 1 WHERE "c"."Id" = @cohortId""", Assert.Single(seen.Statements));
    }

    [Fact]
    public async Task Is_one_update_of_the_row_on_SQL_Server()
    {
        var seen = new KeepsCommands();
        var options = new DbContextOptionsBuilder<SqlServerSweetDbContext>().UseSqlServer("Server=nowhere").AddInterceptors(seen).Options;
        await using var db = new SqlServerSweetDbContext(options);

        await db.LockCohort(7, default);

        Assert.Equal("UPDATE [c] SET [c].[LockCount] = [c].[LockCount] + CAST(1 AS bigint) FROM [Cohorts] AS [c] WHERE [c].[Id] = @cohortId", Assert.Single(seen.Statements));
    }

    [Fact]
    public async Task Of_a_case_is_one_update_that_finds_it_open_or_not_at_all()
    {
        var seen = new KeepsCommands();
        var options = new DbContextOptionsBuilder<SqlServerSweetDbContext>().UseSqlServer("Server=nowhere").AddInterceptors(seen).Options;
        await using var db = new SqlServerSweetDbContext(options);

        Assert.True(await db.LockOpenCase(7, default));

        Assert.Equal("UPDATE [o] SET [o].[Kind] = [o].[Kind] FROM [OpenCases] AS [o] WHERE [o].[Id] = @caseId AND [o].[ResolvedAtUtc] IS NULL", Assert.Single(seen.Statements));
    }

    [Fact]
    public Task Refuses_a_cohort_that_does_not_exist() =>
        Assert.ThrowsAsync<InvalidOperationException>(() => Site.Db(db => db.LockCohort(999, default)));

    /// <summary>Answers every command as if it had changed one row, without a database.</summary>
    private sealed class KeepsCommands : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public List<string> Statements { get; } = [];

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Statements.Add(string.Join(' ', command.CommandText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(1));
        }
    }
}
