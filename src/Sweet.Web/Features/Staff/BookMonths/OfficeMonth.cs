using System.Globalization;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.BookMonths;

/// <summary>A month of the institute's calendar.</summary>
public sealed record OfficeMonth(DateOnly First)
{
    private const string Format = "yyyy-MM";

    public DateTime FromUtc => OfficeTime.StartOf(First);

    /// <summary>Exclusive.</summary>
    public DateTime UntilUtc => OfficeTime.StartOf(First.AddMonths(1));

    public OfficeMonth Previous => new(First.AddMonths(-1));

    public OfficeMonth Next => new(First.AddMonths(1));

    /// <summary>"2026-11", as addresses have it.</summary>
    public string Word => First.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>"November 2026"</summary>
    public string Name => First.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(Institute.Language));

    /// <summary>"month" of an address; without it the month of now.</summary>
    /// <returns>Null for what is no month.</returns>
    public static OfficeMonth? From(HttpRequest request, DateTime nowUtc) => request.Query["month"].ToString() is { Length: > 0 } typed
        ? Typed.Month(typed) is { } first ? new OfficeMonth(first) : null
        : Of(nowUtc);

    public static OfficeMonth Of(DateTime utc) => Of(OfficeTime.DayOf(utc));

    public static OfficeMonth Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));
}
