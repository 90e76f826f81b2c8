using Microsoft.AspNetCore.Mvc.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

/// <summary>The zones of the United States that a cohort may keep its time in.</summary>
internal static class TimeZones
{
    private static readonly string[] Known =
    [
        Institute.TimeZone, "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
        "Pacific/Honolulu",
    ];

    public static TimeZoneInfo? Find(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId ? zone : null;

    /// <param name="other">One that a cohort has already.</param>
    public static IEnumerable<SelectListItem> Options(string? other) =>
        Known.Concat(Find(other) is null || Known.Contains(other) ? [] : [other!])
            .Select(id => new SelectListItem($"{id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ')} ({id})", id));
}
