using System.Threading.Channels;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Web.Hosting;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;
using Sweet.Web.Workers.Loop;

namespace Sweet.Web.Tests.Workers;

public sealed class WorkerLoopTests : Story
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<string> rounds = Channel.CreateUnbounded<string>();

    [Fact]
    public async Task Begins_at_once_and_goes_on_after_a_round_that_failed()
    {
        using var loop = Loop<Breaking>(Every);

        await loop.StartAsync(default);

        for (var i = 0; i < 3; i++) Assert.Equal("breaking", await NextRound());
        await loop.StopAsync(default);
    }

    [Fact]
    public async Task Stays_off_where_the_setting_says_so()
    {
        using var loop = Loop<Breaking>(TimeSpan.Zero);

        await loop.StartAsync(default);
        await loop.ExecuteTask!.WaitAsync(Patience);

        Assert.False(rounds.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Signs_for_a_work_of_all_instances_that_a_round_came_to_its_end()
    {
        using var loop = Loop<Ending>(Every);

        await loop.StartAsync(default);
        for (var i = 0; i < 2; i++) await NextRound();
        await loop.StopAsync(default);

        Assert.NotNull((await Row("ending")).CompletedAtUtc);
    }

    [Fact]
    public async Task Leaves_a_row_without_a_signature_where_no_round_comes_to_its_end()
    {
        using var loop = Loop<Breaking>(Every);

        await loop.StartAsync(default);
        for (var i = 0; i < 2; i++) await NextRound();
        await loop.StopAsync(default);

        Assert.Null((await Row("breaking")).CompletedAtUtc);
    }

    // The loop rests on the fake clock: time passes until it has begun its next round.
    private async Task<string> NextRound()
    {
        var next = rounds.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        while (!next.IsCompleted)
        {
            Site.Pass(Every);
            await Task.Yield();
        }

        return await next;
    }

    private WorkerLoop<TWork> Loop<TWork>(TimeSpan every)
        where TWork : class, IWork
    {
        var services = Site.WithWebHostBuilder(builder => builder.ConfigureTestServices(test => test.AddSingleton(rounds).AddScoped<TWork>())).Services;
        var options = Options.Create(new WorkerOptions { Every = every });
        return new WorkerLoop<TWork>(
            new WorkPlan<TWork>(OnAllInstances: true, Every: null), services.GetRequiredService<IServiceScopeFactory>(), options, Site.Clock, NullLogger<WorkerLoop<TWork>>.Instance);
    }

    private Task<WorkerLease> Row(string work) => Site.Db(db => db.WorkerLeases.AsNoTracking().SingleAsync(l => l.Name == work));

    private sealed class Breaking(Channel<string> rounds) : IWork
    {
        public string Name => "breaking";

        public Task RunOnce(CancellationToken ct)
        {
            rounds.Writer.TryWrite(Name);
            throw new InvalidOperationException("This round fails.");
        }
    }

    private sealed class Ending(Channel<string> rounds) : IWork
    {
        public string Name => "ending";

        public Task RunOnce(CancellationToken ct)
        {
            rounds.Writer.TryWrite(Name);
            return Task.CompletedTask;
        }
    }
}
