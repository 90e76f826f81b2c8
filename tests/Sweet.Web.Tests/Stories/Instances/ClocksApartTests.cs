using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Instances;

/// <summary>The clocks of two machines, or ours and Stripe's, are minutes apart.</summary>
public sealed class ClocksApartTests : IAsyncLifetime
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(121);

    private readonly SiteFactory first;
    private readonly SiteFactory second;

    public ClocksApartTests()
    {
        var database = TestDatabase.Create();
        first = SiteFactory.On(database);
        second = SiteFactory.On(database);
    }

    public async Task InitializeAsync()
    {
        await first.InitializeAsync();
        await second.InitializeAsync();
        // Stripe goes by the clock of the first.
        second.With("Stripe:ApiBase", first.StandIns.Address.GetLeftPart(UriPartial.Authority));
        second.With("Stripe:SecretKey", first.StandIns.Stripe.SecretKey);
    }

    public async Task DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
    }

    [Fact]
    public async Task A_turn_stays_with_its_holder()
    {
        second.Pass(Apart);
        await using var holder = first.Services.CreateAsyncScope();
        Assert.True(await Turn(holder).Take("work", default));

        Assert.False(await SecondTakes());
    }

    [Fact]
    public async Task A_turn_that_is_given_back_is_free_at_once_for_a_clock_that_is_behind()
    {
        first.Pass(Apart);
        await using var holder = first.Services.CreateAsyncScope();
        await Turn(holder).Take("work", default);
        await Turn(holder).GiveBack(isComplete: true);

        Assert.True(await SecondTakes());
    }

    [Fact]
    public async Task A_turn_whose_holder_died_passes_on_after_its_length_by_the_other_clock()
    {
        first.Pass(Apart);
        await using var holder = first.Services.CreateAsyncScope();
        await Turn(holder).Take("work", default);

        Assert.False(await SecondTakes());
        second.Pass(WorkerTurn.Length);
        Assert.True(await SecondTakes());
    }

    [Fact]
    public async Task A_turn_that_is_renewed_does_not_pass_on()
    {
        await using var holder = first.Services.CreateAsyncScope();
        await Turn(holder).Take("work", default);
        Assert.False(await SecondTakes());
        foreach (var site in (SiteFactory[])[first, second]) site.Pass(WorkerTurn.Length - TimeSpan.FromSeconds(1));
        await Turn(holder).Keep(default);
        foreach (var site in (SiteFactory[])[first, second]) site.Pass(TimeSpan.FromSeconds(2));

        Assert.False(await SecondTakes());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Stripe_opens_its_page_however_much_of_the_hold_is_left(int minutesLater)
    {
        var held = await second.NewVisitor().Register(await new Given(second).OpenCohort(), Journey.Email);
        second.Pass(TimeSpan.FromMinutes(minutesLater));
        first.Pass(TimeSpan.FromMinutes(minutesLater) + TimeSpan.FromMinutes(2));

        await held.GoToPay();

        Assert.Equal([CheckoutStatus.Open], await second.Db(db => db.Checkouts.Select(c => c.Status).ToListAsync()));
    }

    [Fact]
    public async Task Even_a_clock_that_is_far_ahead_costs_the_student_none_of_the_moves()
    {
        var held = await second.NewVisitor().Register(await new Given(second).OpenCohort(), Journey.Email);
        first.Pass(TimeSpan.FromMinutes(10));

        await held.GoToPay();

        Assert.Equal(0, await second.Db(db => db.Enrollments.Select(e => e.HoldMoves).SingleAsync()));
        Assert.Equal(CheckoutStatus.Open, await second.Db(db => db.Checkouts.OrderBy(c => c.Attempt).Select(c => c.Status).LastAsync()));
    }

    private static WorkerTurn Turn(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<WorkerTurn>();

    private Task<bool> SecondTakes() => second.Do<WorkerTurn, bool>(turn => turn.Take("work", default));
}
