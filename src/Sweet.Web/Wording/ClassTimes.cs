using System.Globalization;
using Humanizer;

namespace Sweet.Web.Wording;

public sealed record ClassTime(DateTime StartsAtUtc, DateTime EndsAtUtc);

/// <summary>The class meetings of one cohort, said at once: nothing that is not true of each of them.</summary>
/// <param name="Meetings">In their order, at least one.</param>
public sealed record ClassTimes(string TimeZone, params IReadOnlyList<ClassTime> Meetings)
{
    private readonly ZonedTime[] starts = [.. Meetings.Select(m => ZonedTime.At(m.StartsAtUtc, TimeZone))];
    private readonly ZonedTime[] ends = [.. Meetings.Select(m => ZonedTime.At(m.EndsAtUtc, TimeZone))];

    /// <summary>The beginnings, in the cohort's zone.</summary>
    public IReadOnlyList<ZonedTime> Starts => starts;

    public ZonedTime First => starts[0];

    public ZonedTime Last => starts[^1];

    /// <summary>Then the first date needs its own year.</summary>
    public bool SpansNewYear => First.Local.Year != Last.Local.Year;

    /// <summary>"Six Tuesdays", or "Six classes" if they fall on several weekdays.</summary>
    public string Pattern
    {
        get
        {
            var weekdays = starts.Select(start => start.Weekday).Distinct(StringComparer.Ordinal).ToList();
            var noun = weekdays.Count > 1 ? "class" : weekdays[0];
            var number = starts.Length.ToWords(CultureInfo.GetCultureInfo(Institute.Language)).Transform(To.SentenceCase);
            return $"{number} {noun.ToQuantity(starts.Length, ShowQuantityAs.None)}";
        }
    }

    /// <summary>"6:00–8:00 pm", or that they differ.</summary>
    public string Clock
    {
        get
        {
            var hours = starts.Zip(ends, (start, end) => start.ClockUntil(end)).Distinct(StringComparer.Ordinal).ToList();
            return hours is [var same] ? same : "at different hours";
        }
    }

    /// <summary>"EST"; over a change of daylight saving "EST, then EDT from March 16".</summary>
    public string Abbreviation => Runs(time => time.Abbreviation, (name, from) => $"then {name} from {from}");

    /// <summary>"Eastern Standard Time"; over a change "Eastern Standard Time, and from March 16 on Eastern Daylight Time".</summary>
    public string ZoneName => Runs(time => time.ZoneName, (name, from) => $"and from {from} on {name}");

    /// <summary>"6:00–8:00 pm EST (New York)"</summary>
    public string InText => $"{Clock} {Abbreviation} ({First.City})";

    // By the end, as it stands behind the end of the hours: a class in the night of the change has two names.
    private string Runs(Func<ZonedTime, string> nameOf, Func<string, string, string> next)
    {
        var names = starts.Zip(ends, (start, end) => (Name: nameOf(end), From: start.MonthDay)).ToList();
        var changes = names.Where((run, i) => i > 0 && run.Name != names[i - 1].Name).Select(run => next(run.Name, run.From));
        return string.Join(", ", changes.Prepend(names[0].Name));
    }
}
