using Sweet.Domain.Courses;

namespace Sweet.Domain.Tests.Courses;

public class PriceRulesTests
{
    [Theory]
    [InlineData(0, "USD", null)]
    [InlineData(50, "USD", null)]
    [InlineData(49, "USD", PriceRefusal.TooSmall)]
    [InlineData(30, "USD", PriceRefusal.TooSmall)]
    [InlineData(-1, "USD", PriceRefusal.BelowZero)]
    [InlineData(100, "EUR", null)]
    [InlineData(99, "EUR", PriceRefusal.TooSmall)]
    [InlineData(99_999_999, "USD", null)]
    [InlineData(100_000_000, "USD", PriceRefusal.TooLarge)]
    [InlineData(100_000_000, "GBP", PriceRefusal.TooLarge)]
    [InlineData(49_700, "KWD", PriceRefusal.CurrencyNotTried)]
    [InlineData(49_700, "JPY", PriceRefusal.CurrencyNotTried)]
    [InlineData(49_700, "usd", PriceRefusal.CurrencyNotTried)]
    public void A_price_is_none_or_one_that_Stripe_takes_in_a_currency_that_is_tried(long minor, string currency, PriceRefusal? refusal) =>
        Assert.Equal(refusal, PriceRules.RefusalFor(new Money(minor, currency)));

    [Fact]
    public void No_cohort_is_made_with_another_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Some.Cohort(price: new Money(30, "USD")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Some.Cohort(price: new Money(49_700, "KWD")));
    }

    [Fact]
    public void No_early_price_is_another_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Some.Cohort().SetEarlyPrice(new Money(30, "USD"), Some.Now.AddDays(1), Some.Now));
}
