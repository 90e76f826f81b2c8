using Sweet.Experiments.Support;
using Xunit.Abstractions;

namespace Sweet.Experiments;

public sealed class CrowdTests(ITestOutputHelper output)
{
    private const int Seats = 30;

    [Fact]
    public async Task A_crowd_that_wants_thirty_seats_gets_thirty_and_everybody_else_is_told()
    {
        await using var experiment = await Experiment.Start(Seats);
        var people = experiment.People(Scale.People);
        var began = TimeProvider.System.GetTimestamp();

        var endings = await Task.WhenAll(people.Select(person => person.Enroll()));

        var took = TimeProvider.System.GetElapsedTime(began);
        await experiment.ComesToRest();
        Assert.Empty(experiment.Audit.Violations());
        Assert.Equal(Seats, endings.Count(e => e.IsEnrolled));
        Assert.All(endings.Where(e => !e.IsEnrolled), e => Assert.True(e.IsTooLate, e.Text));
        Report(people, took);
    }

    // Told, never asserted: how long it takes is the machine's affair.
    private void Report(IReadOnlyList<Person> people, TimeSpan took)
    {
        var waits = people.SelectMany(p => p.Waits).Order().ToList();
        output.WriteLine($"{people.Count} people in {took.TotalSeconds:0.0} s, {waits.Count} pages; half within {At(0.5)} ms, 95 % within {At(0.95)} ms, the slowest {At(1)} ms");

        string At(double share) => waits[(int)Math.Ceiling(share * waits.Count) - 1].TotalMilliseconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
