namespace Sweet.Domain.Tests;

public class BackOffTests
{
    private static readonly BackOff Waits = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    [Fact]
    public void Doubles_up_to_its_cap() =>
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(n => Waits.After(n).TotalSeconds));

    [Fact]
    public void Is_at_its_cap_however_often_it_was_tried() => Assert.Equal(Waits.Longest, Waits.After(int.MaxValue));

    [Theory]
    [InlineData(4, 0, 6.4)]
    [InlineData(4, 0.5, 8)]
    [InlineData(4, 1, 9.6)]
    [InlineData(20, 0, 48)]
    [InlineData(20, 1, 60)]
    public void Chance_gives_or_takes_a_fifth_but_never_more_than_the_cap(int attempts, double chance, double seconds) =>
        Assert.Equal(seconds, Waits.After(attempts, chance).TotalSeconds);
}
