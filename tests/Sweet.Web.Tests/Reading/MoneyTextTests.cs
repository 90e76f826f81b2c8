using Sweet.Domain;
using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Reading;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData(49_700, "USD", "$497", "$497.00")]
    [InlineData(33_830, "USD", "$338.30", "$338.30")]
    [InlineData(123_456_700, "USD", "$1,234,567", "$1,234,567.00")]
    [InlineData(-500, "USD", "−$5", "−$5.00")]
    [InlineData(49_700, "CAD", "CAD 497", "CAD 497.00")]
    [InlineData(5_000, "JPY", "JPY 5,000", "JPY 5,000")]
    [InlineData(49_700, "KWD", "KWD 49.700", "KWD 49.700")]
    [InlineData(49_000, "KWD", "KWD 49", "KWD 49.000")]
    public void Writes_round_sums_short_in_text_and_whole_on_receipts(long minor, string currency, string inText, string exact)
    {
        var money = new Money(minor, currency);

        Assert.Equal((inText, exact), (money.InText(), money.Exact()));
    }
}
