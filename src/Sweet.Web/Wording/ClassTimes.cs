namespace Sweet.Web.Wording;

public sealed record ClassTime(DateTime StartsAtUtc, DateTime EndsAtUtc);

/// <summary>The class meetings of one cohort, said at once: nothing that is not true of each of them.</summary>
/// <param name="Meetings">In their order, at least one.</param>
public sealed record ClassTimes(string TimeZone, params IReadOnlyList<ClassTime> Meetings)
{
    public ZonedTime First => Starts(Meetings[0]);

    public ZonedTime Last => Starts(Meetings[^1]);

    /// <summary>Then the first date needs its own year.</summary>
    public bool SpansNewYear => First.Local.Year != Last.Local.Year;

    /// <summary>"6:00–8:00 pm", or that they differ.</summary>
    public string Clock =>
        Meetings.Select(ClockOf).Distinct(StringComparer.Ordinal).Count() == 1 ? ClockOf(Meetings[0]) : "at different hours";

    /// <summary>"EST"; over a change of daylight saving "EST, from March 16 EDT".</summary>
    public string Abbreviation => Runs(time => time.Abbreviation, (name, from) => $"from {from} {name}");

    /// <summary>"Eastern Standard Time"; over a change "Eastern Standard Time, and from March 16 on Eastern Daylight Time".</summary>
    public string ZoneName => Runs(time => time.ZoneName, (name, from) => $"and from {from} on {name}");

    /// <summary>"6:00–8:00 pm EST (New York)"</summary>
    public string InText => $"{Clock} {Abbreviation} ({First.City})";

    public ZonedTime Starts(ClassTime meeting) => ZonedTime.At(meeting.StartsAtUtc, TimeZone);

    private ZonedTime Ends(ClassTime meeting) => ZonedTime.At(meeting.EndsAtUtc, TimeZone);

    private string ClockOf(ClassTime meeting) => Starts(meeting).ClockUntil(Ends(meeting));

    // By the end, as it stands behind the end of the hours: a class in the night of the change has two names.
    private string Runs(Func<ZonedTime, string> nameOf, Func<string, string, string> next)
    {
        var names = Meetings.Select(m => (Name: nameOf(Ends(m)), From: Starts(m).MonthDay)).ToList();
        var changes = names.Where((run, i) => i > 0 && run.Name != names[i - 1].Name).Select(run => next(run.Name, run.From));
        return string.Join(", ", changes.Prepend(names[0].Name));
    }
}
