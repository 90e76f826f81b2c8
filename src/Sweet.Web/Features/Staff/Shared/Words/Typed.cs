using System.Globalization;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Shared.Words;

/// <summary>Dates, times and numbers as browsers send them and as people type them.</summary>
internal static class Typed
{
    // A browser makes the year 27 of "05/04/27", and arithmetic with the last days of the calendar leaves it.
    private const int FirstYear = 2000;
    private const int LastYear = 2199;
    private const string MonthFormat = "yyyy-MM";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo(Institute.Language);

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "M/d/yyyy", "MMMM d yyyy", "MMMM d, yyyy"];
    private static readonly string[] DayFormats = ["MMMM d", "MMM d", "M/d"];
    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "H:mm", "h:mm tt", "h tt"];
    private static readonly string[] MomentFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <returns>Null too for a year that nobody means.</returns>
    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, DateFormats, English, DateTimeStyles.AllowWhiteSpaces, out var date) && IsMeant(date.Year)
            ? date : null;

    /// <summary>The first day of "2026-11".</summary>
    public static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text, MonthFormat, English, DateTimeStyles.None, out var first) && IsMeant(first.Year)
            ? first : null;

    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, TimeFormats, English, DateTimeStyles.AllowWhiteSpaces, out var time) ? time : null;

    /// <summary>A date without a year is the next such day from another date on.</summary>
    public static DateOnly? DayFrom(string text, DateOnly first)
    {
        if (Date(text) is { } date) return date;
        if (!DateTime.TryParseExact(text, DayFormats, English, DateTimeStyles.AllowWhiteSpaces, out var day)) return null;

        var thisYear = OfYear(day, first.Year);
        return thisYear < first ? OfYear(day, first.Year + 1) : thisYear;
    }

    /// <summary>On the wall of a zone; null too where the clock is put forward over it.</summary>
    /// <param name="isFirstOfTwo">Of an hour that the clock shows twice; else the second is taken.</param>
    public static DateTime? Moment(string? text, TimeZoneInfo zone, bool isFirstOfTwo) =>
        DateTime.TryParseExact(text, MomentFormats, English, DateTimeStyles.None, out var local) && IsMeant(local.Year)
            && !zone.IsInvalidTime(local)
            ? ClassMeeting.UtcOf(local, zone, isFirstOfTwo)
            : null;

    /// <summary>"1,200" too, but not "1,2", which the framework would take for 12.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.AllowThousands, English, out var number)
        && (!text!.Contains(',', StringComparison.Ordinal) || number.ToString("N0", English) == text.Trim())
            ? number
            : null;

    public static Money? Sum(string? text, string currency) =>
        TypedSum.TryRead(text, out var typed) && typed is { } units ? Money.FromUnits(units, currency) : null;

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"2:30 am"</summary>
    public static string Clock(DateTime local) => local.ToString("h:mm", English) + (local.Hour < 12 ? " am" : " pm");

    public static string? Text(DateTime? utc, string zone) =>
        utc is { } at ? ZonedTime.At(at, zone).Local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : null;

    public static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Text(Money? sum) =>
        sum is { } money ? money.Units.ToString($"F{money.Decimals}", CultureInfo.InvariantCulture) : null;

    private static bool IsMeant(int year) => year is >= FirstYear and <= LastYear;

    // February 29 is no day of most years.
    private static DateOnly OfYear(DateTime day, int year) =>
        new(year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(year, day.Month)));
}
