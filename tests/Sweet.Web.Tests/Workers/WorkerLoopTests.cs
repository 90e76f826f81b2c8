using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sweet.Web.Hosting;
using Sweet.Web.Hosting.Workers;

namespace Sweet.Web.Tests.Workers;

public sealed class WorkerLoopTests : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider clock = new();
    private readonly Channel<string> rounds = Channel.CreateUnbounded<string>();
    private ServiceProvider? services;

    [Fact]
    public async Task Begins_at_once_and_goes_on_after_a_round_that_failed()
    {
        using var loop = Loop(Every);

        await loop.StartAsync(default);

        await NextRound();
        await NextRound();
        await NextRound();
        await loop.StopAsync(default);
    }

    [Fact]
    public async Task Stays_off_where_the_setting_says_so()
    {
        using var loop = Loop(TimeSpan.Zero);

        await loop.StartAsync(default);
        await loop.ExecuteTask!.WaitAsync(Patience);

        Assert.False(rounds.Reader.TryRead(out _));
    }

    public void Dispose() => services?.Dispose();

    // The loop rests on the fake clock: time passes until it has begun its next round.
    private async Task NextRound()
    {
        var next = rounds.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        while (!next.IsCompleted)
        {
            clock.Advance(Every);
            await Task.Yield();
        }

        Assert.Equal("breaking", await next);
    }

    private WorkerLoop<Breaking> Loop(TimeSpan every)
    {
        services = new ServiceCollection().AddSingleton(rounds).AddScoped<Breaking>().BuildServiceProvider();
        var options = Options.Create(new WorkerOptions { Every = every });
        return new WorkerLoop<Breaking>(
            new WorkPlan<Breaking>(OnAllInstances: true, Every: null), services.GetRequiredService<IServiceScopeFactory>(), options, clock, NullLogger<WorkerLoop<Breaking>>.Instance);
    }

    private sealed class Breaking(Channel<string> rounds) : IWork
    {
        public string Name => "breaking";

        public Task RunOnce(CancellationToken ct)
        {
            rounds.Writer.TryWrite(Name);
            throw new InvalidOperationException("This round fails.");
        }
    }
}
