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
        output.TagName = null;
        output.Content.AppendHtml(HoursSpan.Of(
            [.. Of.Meetings.Zip(Of.Starts, (m, start) => new HoursSpan(m.StartsAtUtc, m.EndsAtUtc, start))],
            Of.Clock,
            $"{Of.Abbreviation} ({Of.First.City})"));
    }
}
