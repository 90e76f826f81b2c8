using System.Globalization;
using Ical.Net.CalendarComponents;

namespace Sweet.Web.Tests.Calendars;

/// <summary>The time zone as the file itself tells it, read without knowing any zone by name.</summary>
internal sealed class ZoneRules
{
    private readonly List<(DateTime FromLocal, TimeSpan Offset)> observances = [];

    public static ZoneRules Read(string file)
    {
        var rules = new ZoneRules();
        foreach (var part in Ical.Net.Calendar.Load(file)!.TimeZones.Single().Children.OfType<CalendarComponent>())
        {
            var from = DateTime.ParseExact(Value(part, "DTSTART"), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
            var before = Offset(Value(part, "TZOFFSETFROM"));
            var after = Offset(Value(part, "TZOFFSETTO"));
            rules.observances.Add((from - before + after, after));
        }

        return rules;
    }

    /// <summary>By the last change before that time on the wall.</summary>
    public DateTime ToUtc(DateTime local) =>
        DateTime.SpecifyKind(local - observances.Where(o => o.FromLocal <= local).MaxBy(o => o.FromLocal).Offset, DateTimeKind.Utc);

    private static string Value(CalendarComponent part, string name) => part.Properties[name]!.Value switch
    {
        Ical.Net.DataTypes.CalDateTime time => time.Value.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture),
        var other => other!.ToString()!,
    };

    private static TimeSpan Offset(string text) =>
        TimeSpan.ParseExact(text[1..].Replace(":", "", StringComparison.Ordinal)[..4], "hhmm", CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);
}
