using Microsoft.AspNetCore.Mvc.Rendering;
using Sweet.Domain.Orders;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.HandEnrollments.Terms;

/// <summary>The day on which money came or went outside Stripe.</summary>
internal static class OutsideDay
{
    public const string Problem = "Enter the day like 2026-12-24, within the last year and today at the latest";

    private const int LongestAgo = 366;

    // The same date in every zone of the country.
    private const int Noon = 12;

    /// <returns>Null for what is no day, one that is to come, or one so long ago that the year was mistyped.</returns>
    public static DateTime? Read(string? typed, DateTime nowUtc)
    {
        var today = OfficeTime.DayOf(nowUtc);
        if (Typed.Date(typed) is not { } day || day > today || day < today.AddDays(-LongestAgo)) return null;

        var noon = OfficeTime.StartOf(day).AddHours(Noon);
        return noon < nowUtc ? noon : nowUtc;
    }
}

/// <summary>Until when staff wait for an invoice.</summary>
internal static class InvoiceDay
{
    public const string Problem = "Enter a day like 2026-12-24, after today and within a year";

    private const int Longest = 366;

    public static DateOnly? Read(string? typed, DateOnly today) =>
        Typed.Date(typed) is { } day && day > today && day <= today.AddDays(Longest) ? day : null;
}

internal static class HoldChoices
{
    public static readonly IReadOnlyList<SelectListItem> All =
    [
        new("24 hours", "24"), new("2 days", "48"), new("3 days", "72"), new("a week", "168"), new("2 weeks", "336"),
    ];

    public const string Usual = "72";

    public static int? Hours(string? typed) =>
        All.Any(c => c.Value == typed) ? int.Parse(typed!, System.Globalization.CultureInfo.InvariantCulture) : null;
}

internal static class MeansChoices
{
    public static readonly IReadOnlyList<SelectListItem> All =
        [.. Enum.GetValues<OutsideWay>().Select(way => new SelectListItem(PaymentMethodText.InWords(way), way.ToString()))];
}
