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

    [Fact]
    public void Never_overflows_in_silence() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "USD") + new Money(1, "USD"));
}
