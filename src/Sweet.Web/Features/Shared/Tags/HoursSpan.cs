using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>Hours as reader-time.js reads them, which adds the reader's own.</summary>
/// <param name="Start">The same moment in the cohort's zone.</param>
internal sealed record HoursSpan(DateTime StartsAtUtc, DateTime? EndsAtUtc, ZonedTime Start)
{
    public static TagBuilder Of(IReadOnlyList<HoursSpan> all, string hours, string zone)
    {
        var span = new TagBuilder("span");
        span.Attributes["data-starts"] = Each(all, h => Moment(h.StartsAtUtc));
        span.Attributes["data-ends"] = Each(all, h => Moment(h.EndsAtUtc));
        span.Attributes["data-day"] = Each(all, h => h.Start.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        span.Attributes["data-offset"] = Each(all, h => ((int)h.Start.Offset.TotalMinutes).ToString(CultureInfo.InvariantCulture));
        span.InnerHtml.AppendHtml("<span class=\"no-break\">").Append(hours)
            .AppendHtml("</span> <span class=\"no-break\">").Append(zone).AppendHtml("</span>");
        return span;
    }

    private static string Each(IEnumerable<HoursSpan> all, Func<HoursSpan, string> text) => string.Join(' ', all.Select(text));

    private static string Moment(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";
}
