using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Domain;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Workers;

public sealed class WorkerTurnTests : Story
{
    private AsyncServiceScope first;
    private AsyncServiceScope second;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        first = Site.Services.CreateAsyncScope();
        second = Site.Services.CreateAsyncScope();
    }

    [Fact]
    public async Task Goes_to_one_of_two()
    {
        Assert.True(await Turn(first).Take("work", default));

        Assert.False(await Turn(second).Take("work", default));
    }

    [Fact]
    public async Task Concerns_its_own_work_only()
    {
        await Turn(first).Take("work", default);

        Assert.True(await Turn(second).Take("other work", default));
    }

    [Fact]
    public async Task Passes_on_once_it_is_given_back()
    {
        await Turn(first).Take("work", default);
        await Turn(first).GiveBack(isComplete: true);

        Assert.True(await Turn(second).Take("work", default));
        Assert.Equal(Site.Now, (await Lease()).CompletedAtUtc);
    }

    [Fact]
    public async Task Does_not_count_a_round_that_failed_as_complete()
    {
        await Turn(first).Take("work", default);

        await Turn(first).GiveBack(isComplete: false);

        Assert.Null((await Lease()).CompletedAtUtc);
    }

    [Fact]
    public async Task Passes_on_once_its_holder_has_slept_past_its_end()
    {
        await Turn(first).Take("work", default);
        Site.Pass(WorkerTurn.Length);

        Assert.True(await Turn(second).Take("work", default));
    }

    [Fact]
    public async Task Lets_nobody_save_who_slept_past_its_end()
    {
        await Turn(first).Take("work", default);
        Site.Pass(WorkerTurn.Length);
        await Turn(second).Take("work", default);

        await Assert.ThrowsAsync<TurnLostException>(() => Insist(first));
        await Insist(second);
    }

    [Fact]
    public async Task Is_not_ended_by_a_former_holder()
    {
        await Turn(first).Take("work", default);
        Site.Pass(WorkerTurn.Length);
        await Turn(second).Take("work", default);

        await Turn(first).GiveBack(isComplete: true);

        var lease = await Lease();
        Assert.Null(lease.CompletedAtUtc);
        Assert.Equal(Site.Now + WorkerTurn.Length, lease.LeasedUntilUtc);
    }

    [Fact]
    public async Task Grows_longer_with_every_transaction_that_insists_on_it()
    {
        await Turn(first).Take("work", default);
        Site.Pass(WorkerTurn.Length / 2);
        await Insist(first);
        Site.Pass(WorkerTurn.Length / 2);

        Assert.False(await Turn(second).Take("work", default));
    }

    [Fact]
    public async Task Is_not_needed_by_a_round_by_hand() => await Insist(first);

    public override async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        await base.DisposeAsync();
    }

    private static WorkerTurn Turn(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<WorkerTurn>();

    private static Task Insist(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<SweetDbContext>().InTransaction(
        async transaction =>
        {
            await Turn(scope).Insist(default);
            await transaction.SaveAndCommit(CancellationToken.None);
        },
        default);

    private Task<WorkerLease> Lease() => Site.Db(db => db.WorkerLeases.AsNoTracking().SingleAsync(l => l.Name == "work"));
}
