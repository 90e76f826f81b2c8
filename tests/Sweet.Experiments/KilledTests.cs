using Sweet.Experiments.Support;

namespace Sweet.Experiments;

public sealed class KilledTests
{
    private const int Seats = 40;
    private const int People = 48;

    /// <summary>Few enough that there is somebody in the middle of everything until the last kill.</summary>
    private const int AtOnce = 4;

    [Fact]
    public async Task Killed_again_and_again_while_people_register_and_pay_it_loses_and_doubles_nothing()
    {
        await using var experiment = await Experiment.Start(Seats);
        var lanes = Task.WhenAll(experiment.People(People).Chunk(People / AtOnce).Select(OneAfterTheOther));

        var moments = new Random(Seed: 20260820);
        var kills = 0;
        while (kills < Scale.Kills && !lanes.IsCompleted)
        {
            await Task.Delay(moments.Next(50, 700));
            experiment.KillSite();
            await experiment.StartSite();
            kills++;
        }

        var endings = (await lanes).SelectMany(e => e).ToList();
        await experiment.ComesToRest();
        Assert.InRange(kills, 2, Scale.Kills);
        Assert.Empty(experiment.Audit.Violations());
        Assert.Equal(Seats, endings.Count(e => e.IsEnrolled));
    }

    private static async Task<IReadOnlyList<Ending>> OneAfterTheOther(IEnumerable<Person> people)
    {
        List<Ending> endings = [];
        foreach (var person in people) endings.Add(await person.Enroll());
        return endings;
    }
}
