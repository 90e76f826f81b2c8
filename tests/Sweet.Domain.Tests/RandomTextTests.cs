namespace Sweet.Domain.Tests;

public class RandomTextTests
{
    [Fact]
    public void A_token_has_at_least_128_random_bits_and_fits_into_an_address()
    {
        var tokens = Enumerable.Range(0, 1_000).Select(_ => RandomText.Token()).ToList();

        Assert.Equal(tokens.Count, tokens.Distinct(StringComparer.Ordinal).Count());
        Assert.All(tokens, t => Assert.Matches("^[0-9a-z]{26}$", t));
        Assert.Equal(32, tokens.SelectMany(t => t).Distinct().Count());
    }

    [Fact]
    public void A_number_to_read_aloud_has_no_signs_that_look_alike() =>
        Assert.All(Enumerable.Range(0, 1_000).Select(_ => RandomText.Readable(6)), n => Assert.Matches("^[2-9B-DF-HJ-NP-TV-XZ]{6}$", n));
}
