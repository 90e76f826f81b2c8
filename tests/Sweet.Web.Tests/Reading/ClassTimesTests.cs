using Sweet.Web.Wording;

namespace Sweet.Web.Tests.Reading;

public sealed class ClassTimesTests
{
    [Fact]
    public void Names_one_zone_where_all_classes_have_it() =>
        Assert.Equal(
            ("6:00–8:00 pm EST (New York)", "Eastern Standard Time"),
            Said(Times("America/New_York", "2027-01-12T23:00Z", "2027-01-19T23:00Z")));

    [Fact]
    public void Names_each_zone_and_its_first_class_over_a_change_of_daylight_saving() =>
        Assert.Equal(
            ("6:00–8:00 pm EST, then EDT from March 16 (New York)", "Eastern Standard Time, and from March 16 on Eastern Daylight Time"),
            Said(Times("America/New_York", "2027-03-09T23:00Z", "2027-03-16T22:00Z", "2027-03-23T22:00Z")));

    [Fact]
    public void Says_that_hours_differ_instead_of_telling_those_of_the_first_class() =>
        Assert.Equal(
            "at different hours EST (New York)",
            Times("America/New_York", "2027-01-12T23:00Z", "2027-01-16T15:00Z").InText);

    [Fact]
    public void Names_both_zones_of_a_class_in_the_night_of_the_change() =>
        Assert.Equal("12:30 am EDT–1:30 am EST (New York)", Times("America/New_York", "2026-11-01T04:30Z").InText);

    [Fact]
    public void Knows_a_first_date_of_another_year()
    {
        Assert.True(Times("America/New_York", "2026-12-15T23:00Z", "2027-01-05T23:00Z").SpansNewYear);
        Assert.False(Times("America/New_York", "2026-12-15T23:00Z", "2027-01-01T03:00Z").SpansNewYear);
    }

    private static (string Text, string ZoneName) Said(ClassTimes times) => (times.InText, times.ZoneName);

    private static ClassTimes Times(string zone, params string[] starts) =>
        new(zone, [.. starts.Select(s => DateTimeOffset.Parse(s, null).UtcDateTime).Select(utc => new ClassTime(utc, utc.AddHours(2)))]);
}
