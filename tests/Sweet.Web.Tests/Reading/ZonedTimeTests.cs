using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Reading;

public sealed class ZonedTimeTests
{
    [Theory]
    [InlineData("2027-01-12T23:00Z", "America/New_York", "6:00 pm", "EST", "Eastern Standard Time")]
    [InlineData("2027-07-12T22:00Z", "America/New_York", "6:00 pm", "EDT", "Eastern Daylight Time")]
    [InlineData("2027-01-12T17:00Z", "America/New_York", "12:00 noon", "EST", "Eastern Standard Time")]
    [InlineData("2027-01-12T05:00Z", "America/New_York", "12:00 midnight", "EST", "Eastern Standard Time")]
    [InlineData("2027-01-12T21:00Z", "America/Sao_Paulo", "6:00 pm", "UTC−3", "Brasilia Standard Time")]
    public void Names_clock_and_zone_as_on_that_date(string utc, string zone, string clock, string abbreviation, string name)
    {
        var time = ZonedTime.At(DateTimeOffset.Parse(utc, null).UtcDateTime, zone);

        Assert.Equal((clock, abbreviation, name), (time.Clock, time.Abbreviation, time.ZoneName));
    }

    [Theory]
    [InlineData("2027-01-12T23:00Z", "2027-01-13T01:00Z", "6:00–8:00 pm")]
    [InlineData("2027-01-12T15:00Z", "2027-01-12T17:00Z", "10:00 am–12:00 noon")]
    public void Says_the_half_of_the_day_once_if_it_is_the_same(string start, string end, string text)
    {
        var first = ZonedTime.At(DateTimeOffset.Parse(start, null).UtcDateTime, "America/New_York");
        var last = ZonedTime.At(DateTimeOffset.Parse(end, null).UtcDateTime, "America/New_York");

        Assert.Equal(text, first.ClockUntil(last));
    }
}
