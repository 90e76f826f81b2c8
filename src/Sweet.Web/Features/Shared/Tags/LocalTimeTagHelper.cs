using Microsoft.AspNetCore.Razor.TagHelpers;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Shared.Tags;

public enum Show
{
    /// <summary>Tuesday, January 12, 2027</summary>
    LongDate,

    /// <summary>Tue, January 12, 2027</summary>
    ShortDate,

    /// <summary>January 12, 2027</summary>
    Date,

    /// <summary>January 12</summary>
    MonthDay,

    /// <summary>Tue, January 12</summary>
    ShortMonthDay,

    /// <summary>6:00–8:00 pm EST</summary>
    Hours,

    /// <summary>Tuesday, January 12, 2027, 6:00–8:00 pm EST</summary>
    Moment,
}

/// <summary>A moment in its cohort's zone. Where hours stand, reader-time.js adds the reader's own.</summary>
[HtmlTargetElement("local-time", Attributes = "utc,zone", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalTimeTagHelper : TagHelper
{
    public DateTime Utc { get; set; }

    public string Zone { get; set; } = "";

    public DateTime? UntilUtc { get; set; }

    public Show Show { get; set; }

    /// <summary>Adds the city of the zone: "EST (New York)".</summary>
    public bool City { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var start = ZonedTime.At(Utc, Zone);
        output.TagName = null;
        if (Show is not Show.Hours) output.Content.AppendHtml(Element(start, DateOf(start)));
        if (Show is Show.Moment) output.Content.Append(", ");
        if (Show is Show.Hours or Show.Moment) AppendHours(output.Content, start);
    }

    private string DateOf(ZonedTime start) => Show switch
    {
        Show.ShortDate => start.ShortDate,
        Show.Date => start.Date,
        Show.MonthDay => start.MonthDay,
        Show.ShortMonthDay => start.ShortMonthDay,
        _ => start.LongDate,
    };

    private void AppendHours(TagHelperContent content, ZonedTime start)
    {
        var end = UntilUtc is { } untilUtc ? ZonedTime.At(untilUtc, Zone) : null;
        var hours = end is null ? start.Clock : start.ClockUntil(end);
        var abbreviation = (end ?? start).Abbreviation;
        content.AppendHtml(HoursSpan.Of(
            [new HoursSpan(Utc, UntilUtc, start)], hours, City ? $"{abbreviation} ({start.City})" : abbreviation));
    }

    private static string Element(ZonedTime start, string text) => $"<time datetime=\"{start.Iso}\">{text}</time>";
}
