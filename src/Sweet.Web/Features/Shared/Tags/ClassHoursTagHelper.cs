using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>The hours of all class meetings of a cohort at once. reader-time.js reads each of them, and adds the reader's own.</summary>
[HtmlTargetElement("class-hours", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClassHoursTagHelper : TagHelper
{
    public ClassTimes Of { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("data-starts", Each(m => Moment(m.StartsAtUtc)));
        output.Attributes.SetAttribute("data-ends", Each(m => Moment(m.EndsAtUtc)));
        output.Attributes.SetAttribute("data-day", Each(m => Of.Starts(m).Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        output.Attributes.SetAttribute(
            "data-offset", Each(m => ((int)Of.Starts(m).Offset.TotalMinutes).ToString(CultureInfo.InvariantCulture)));
        output.Content.AppendHtml("<span class=\"no-break\">").Append(Of.Clock)
            .AppendHtml("</span> <span class=\"no-break\">").Append($"{Of.Abbreviation} ({Of.First.City})").AppendHtml("</span>");
    }

    private string Each(Func<ClassTime, string> text) => string.Join(' ', Of.Meetings.Select(text));

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
