using System.Data.Common;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Domain;
using Sweet.Web.Data;
using Sweet.Web.Data.Faults;
using Sweet.Web.Data.Leases;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Database;

/// <summary>A work that is repeated after a passing fault, as on SQL Server, where the connection breaks around its commit.</summary>
public sealed class RepeatedWorkTests : IAsyncLifetime
{
    private readonly SiteFactory site = SiteFactory.OnSqlite();
    private readonly BreaksOnce breaks = new();
    private readonly TellsOfNoMark tellsOfNoMark = new();

    private int runs;

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Fact]
    public async Task Is_done_once_and_says_so_where_only_the_answer_to_its_commit_was_lost()
    {
        breaks.AfterCommit = true;

        var result = await Run();

        Assert.Equal(("done", 1), (result, runs));
        Assert.Equal(1, await Rows());
    }

    [Fact]
    public async Task Is_repeated_where_it_was_not_committed()
    {
        breaks.BeforeCommit = true;

        var result = await Run();

        Assert.Equal(("done", 2), (result, runs));
        Assert.Equal(1, await Rows());
    }

    [Fact]
    public async Task Is_not_repeated_where_nobody_can_tell_whether_it_was_committed()
    {
        breaks.AfterCommit = true;
        tellsOfNoMark.IsSilent = true;

        await Assert.ThrowsAsync<CommitInDoubtException>(Run);

        Assert.Equal(1, runs);
        Assert.Equal(1, await Rows());
    }

    [Fact]
    public async Task Leaves_no_mark_behind()
    {
        await Run();

        Assert.Equal(0, await site.Db(db => db.Set<CommittedWork>().CountAsync()));
    }

    private async Task<string> Run()
    {
        var services = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(test => test.ConfigureDbContext<SqliteSweetDbContext>(
            options => options.UseSqlite(sqlite => sqlite.ExecutionStrategy(d => new Repeats(d))).AddInterceptors(breaks, tellsOfNoMark)))).Services;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SweetDbContext>();
        return await db.InTransaction(
            async transaction =>
            {
                runs++;
                db.WorkerLeases.Add(new WorkerLease("a row", site.Now));
                await transaction.SaveAndCommit(CancellationToken.None);
                return "done";
            },
            CancellationToken.None);
    }

    private Task<int> Rows() => site.Db(db => db.WorkerLeases.CountAsync(l => l.Name == "a row"));

    private sealed class Repeats(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 3, maxRetryDelay: TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;
    }

    private sealed class BreaksOnce : DbTransactionInterceptor
    {
        public bool BeforeCommit { get; set; }

        public bool AfterCommit { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (!BeforeCommit) return ValueTask.FromResult(result);

            BeforeCommit = false;
            throw new TimeoutException("The connection broke before the commit.");
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!AfterCommit) return Task.CompletedTask;

            AfterCommit = false;
            throw new TimeoutException("The connection broke after the commit.");
        }
    }

    private sealed class TellsOfNoMark : DbCommandInterceptor
    {
        public bool IsSilent { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsSilent && command.CommandText.Contains("EXISTS", StringComparison.Ordinal) && command.CommandText.Contains("CommittedWorks", StringComparison.Ordinal)
                ? throw new SqliteException("The connection breaks again.", 10)
                : ValueTask.FromResult(result);
    }
}
