using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>
/// An email address that breaks behind its @, and nowhere else unless a part of it is longer than its line: a hyphen at the end
/// of a line might be taken for one of ours.
/// </summary>
[HtmlTargetElement("email", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EmailTagHelper : TagHelper
{
    public string Of { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var at = Of.LastIndexOf('@') + 1;
        output.Content.AppendHtml("<span class=\"address-part\">").Append(Of[..at])
            .AppendHtml("</span><span class=\"address-part\">").Append(Of[at..]).AppendHtml("</span>");
    }
}
