using System.Globalization;
using NodaTime;
using NodaTime.Extensions;

namespace Sweet.Web.Wording;

/// <summary>A moment as a clock on the wall shows it, with the zone named as it is on that date.</summary>
public sealed record ZonedTime(DateTime Local, TimeSpan Offset, string Abbreviation, string ZoneName, string City)
{
    // On the wall of any zone too.
    private static readonly long Earliest = DateTime.MinValue.AddDays(1).Ticks;
    private static readonly long Latest = DateTime.MaxValue.AddDays(-1).Ticks;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo(Institute.Language);

    /// <param name="utc">Its kind must be UTC.</param>
    /// <param name="timeZone">An IANA name, such as America/New_York.</param>
    public static ZonedTime At(DateTime utc, string timeZone)
    {
        var moment = new DateTime(Math.Clamp(utc.Ticks, Earliest, Latest), utc.Kind).ToInstant();
        var interval = DateTimeZoneProviders.Tzdb[timeZone].GetZoneInterval(moment);
        var local = moment.WithOffset(interval.WallOffset).LocalDateTime.ToDateTimeUnspecified();
        var offset = interval.WallOffset.ToTimeSpan();
        return new ZonedTime(local, offset, AbbreviationOf(interval.Name, offset),
            NameOf(timeZone, interval.Savings != NodaTime.Offset.Zero), CityOf(timeZone));
    }

    /// <summary>"Tuesday, January 12, 2027"</summary>
    public string LongDate => Local.ToString("dddd, MMMM d, yyyy", English);

    /// <summary>"Tue, January 12, 2027"</summary>
    public string ShortDate => Local.ToString("ddd, MMMM d, yyyy", English);

    /// <summary>"January 12, 2027"</summary>
    public string Date => Local.ToString("MMMM d, yyyy", English);

    /// <summary>"January 12"</summary>
    public string MonthDay => Local.ToString("MMMM d", English);

    /// <summary>"Tue, January 12"</summary>
    public string ShortMonthDay => Local.ToString("ddd, MMMM d", English);

    /// <summary>"Tuesday"</summary>
    public string Weekday => Local.ToString("dddd", English);

    /// <summary>"6:00 pm"; noon and midnight by name, since nobody agrees what 12:00 pm is.</summary>
    public string Clock => $"{Hour} {Half}";

    /// <summary>"2027-01-12T18:00-05:00"</summary>
    /// <remarks>Before there were time zones, offsets had seconds, which this form has no place for.</remarks>
    public string Iso => Local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
        + (Offset < TimeSpan.Zero ? "-" : "+") + Offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// "6:00–8:00 pm", "10:00 am–12:00 noon"; the end's abbreviation is to stand behind it, so over a change of daylight saving
    /// the start brings its own: "11:30 pm EDT–1:30 am".
    /// </summary>
    public string ClockUntil(ZonedTime end) =>
        Abbreviation != end.Abbreviation ? $"{Clock} {Abbreviation}–{end.Clock}"
        : Half == end.Half && Local.Date == end.Local.Date ? $"{Hour}–{end.Clock}" : $"{Clock}–{end.Clock}";

    private string Hour => Local.ToString("h:mm", English);

    private string Half => Local switch
    {
        { Hour: 12, Minute: 0 } => "noon",
        { Hour: 0, Minute: 0 } => "midnight",
        { Hour: < 12 } => "am",
        _ => "pm",
    };

    // Zones without letters of their own are called by their offset in the database.
    private static string AbbreviationOf(string name, TimeSpan offset) =>
        char.IsLetter(name[0]) ? name
        : offset == TimeSpan.Zero ? "UTC"
        : (offset < TimeSpan.Zero ? "UTC−" : "UTC+")
            + offset.ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture);

    private static string NameOf(string timeZone, bool daylight)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        return daylight ? zone.DaylightName : zone.StandardName;
    }

    private static string CityOf(string timeZone) => timeZone[(timeZone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
