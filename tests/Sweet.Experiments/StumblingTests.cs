using Sweet.Experiments.Support;
using Sweet.Sandbox.Faults;

namespace Sweet.Experiments;

public sealed class StumblingTests
{
    private const int Seats = 10;
    private const int People = 25;

    private static readonly Fault[] OfStripe =
    [
        Fault.ServerError, Fault.StoredServerError(), Fault.StoredServerError(workIsDone: true), Fault.RateLimited(TimeSpan.FromSeconds(1)),
        Fault.BreakBefore, Fault.BreakAfter, Fault.Slow(TimeSpan.FromSeconds(2)),
    ];

    private static readonly Fault[] OfSendGrid = [Fault.ServerError, Fault.RateLimited(TimeSpan.FromSeconds(1)), Fault.BreakBefore];

    [Fact]
    public async Task While_Stripe_and_SendGrid_fail_at_random_nothing_is_lost_and_nothing_is_doubled()
    {
        await using var experiment = await Experiment.Start(Seats);
        var chance = new Random(Seed: 20260820);
        for (var fault = 0; fault < Scale.Faults; fault++)
        {
            experiment.StandIns.Faults.Stripe.Next(OfStripe[chance.Next(OfStripe.Length)]);
            if (fault % 4 == 0) experiment.StandIns.Faults.SendGrid.Next(OfSendGrid[chance.Next(OfSendGrid.Length)]);
        }

        experiment.StandIns.Webhooks.DropNext(count: 5);
        var endings = await Task.WhenAll(experiment.People(People).Select(person => person.Enroll()));

        await experiment.ComesToRest();
        Assert.Empty(experiment.Audit.Violations());
        Assert.Equal(Seats, endings.Count(e => e.IsEnrolled));
    }
}
