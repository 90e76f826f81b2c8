namespace Sweet.Domain.Courses.Planning;

/// <summary>The dates of weekly classes, from one line of a form.</summary>
public static class ClassDates
{
    private const int DaysOfWeek = 7;

    // Of more than that, one date is wrong.
    private const int MostWeeks = 150;

    /// <param name="first">The first possible day: the first class is on it, or on the next such weekday.</param>
    /// <param name="weekday">Null: that of the first day.</param>
    /// <param name="skips">Dates without a class; the classes after them move on by a week.</param>
    public static IReadOnlyList<DateOnly> LayOut(DateOnly first, DayOfWeek? weekday, int count, IReadOnlySet<DateOnly> skips)
    {
        var day = first.AddDays(weekday is { } wanted ? ((int)wanted - (int)first.DayOfWeek + DaysOfWeek) % DaysOfWeek : 0);
        var dates = new List<DateOnly>();
        for (; dates.Count < count; day = day.AddDays(DaysOfWeek))
        {
            if (!skips.Contains(day)) dates.Add(day);
        }

        return dates;
    }

    /// <summary>The weeks between weekly classes on which there is none.</summary>
    public static IReadOnlyList<DateOnly> SkippedBetween(IReadOnlyList<DateOnly> dates)
    {
        if (dates.Count == 0) return [];

        var weeks = (dates[^1].DayNumber - dates[0].DayNumber) / DaysOfWeek;
        if (weeks is < 0 or > MostWeeks) return [];

        return [.. Enumerable.Range(0, weeks + 1).Select(week => dates[0].AddDays(DaysOfWeek * week)).Except(dates)];
    }
}
