using System.Globalization;
using NodaTime;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>Staff pages show times of the institute, unless they are of a cohort.</summary>
public static class OfficeTime
{
    public const string Zone = "America/New_York";

    /// <summary>The first moment of a date there.</summary>
    public static DateTime StartOf(DateOnly date) =>
        DateTimeZoneProviders.Tzdb[Zone].AtStartOfDay(LocalDate.FromDateOnly(date)).ToDateTimeUtc();

    /// <summary>The date there at a moment.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ZonedTime.At(utc, Zone).Local);

    /// <summary>"November 1, 2026"</summary>
    public static string InWords(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.GetCultureInfo(Institute.Language));
}
