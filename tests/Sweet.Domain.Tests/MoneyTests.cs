namespace Sweet.Domain.Tests;

public class MoneyTests
{
    [Fact]
    public void Adds_and_subtracts_in_one_currency()
    {
        Assert.Equal(new Money(300, "USD"), new Money(100, "USD") + new Money(200, "USD"));
        Assert.Equal(new Money(-100, "USD"), new Money(100, "USD") - new Money(200, "USD"));
        Assert.True(Money.Zero("USD").IsZero);
    }

    [Fact]
    public void Never_mixes_currencies()
    {
        Assert.Throws<InvalidOperationException>(() => new Money(1, "USD") + new Money(1, "EUR"));
        Assert.Throws<InvalidOperationException>(() => new Money(1, "USD") - new Money(1, "EUR"));
    }

    [Theory]
    [InlineData("USD", 12_345, "123.45 USD")]
    [InlineData("JPY", 12_345, "12345 JPY")]
    [InlineData("KWD", 12_345, "12.345 KWD")]
    [InlineData("KWD", -5, "-0.005 KWD")]
    public void Has_as_many_digits_behind_the_point_as_Stripe_counts(string currency, long minor, string text)
    {
        var money = new Money(minor, currency);

        Assert.Equal(text, money.ToString());
        Assert.Equal(money, Money.FromUnits(money.Units, currency));
    }

    [Fact]
    public void Never_overflows_in_silence() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "USD") + new Money(1, "USD"));
}
