using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>One field in a table of fields: its label is heard, not seen, and what is wrong stands under it.</summary>
[HtmlTargetElement("row-field", Attributes = "name,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RowFieldTagHelper : TagHelper
{
    /// <summary>As it is posted: "Meetings[2].Date".</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Value { get; set; }

    public string Type { get; set; } = "text";

    public int? MaxLength { get; set; }

    /// <summary>Of a file: the kinds that are offered first.</summary>
    public string? Accept { get; set; }

    /// <summary>A text area of so many lines.</summary>
    public int? Lines { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Id => TagBuilder.CreateSanitizedId(Name, "-");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState[Name];
        var error = state?.Errors is [var first, ..] ? first.ErrorMessage : null;
        var label = new TagBuilder("label") { Attributes = { ["class"] = "hidden-visually", ["for"] = Id } };
        label.InnerHtml.Append(Label);
        var control = ControlOf(state?.AttemptedValue ?? Value ?? "");
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (MaxLength is { } limit) control.Attributes["maxlength"] = limit.ToString(CultureInfo.InvariantCulture);
        if (Accept is not null) control.Attributes["accept"] = Accept;
        output.TagName = null;
        output.Content.AppendHtml(label).AppendHtml(control);
        if (error is null) return;

        control.Attributes["aria-invalid"] = "true";
        control.Attributes["aria-describedby"] = $"{Id}-error";
        var problem = new TagBuilder("p") { Attributes = { ["class"] = "error", ["id"] = $"{Id}-error" } };
        problem.InnerHtml.Append(error);
        output.Content.AppendHtml(problem);
    }

    private TagBuilder ControlOf(string value)
    {
        if (Options is not null)
        {
            var select = new TagBuilder("select");
            select.InnerHtml.AppendHtml(new ChoiceList(Options, value));
            return select;
        }

        if (Lines is not { } lines)
            return new TagBuilder("input") { TagRenderMode = TagRenderMode.StartTag, Attributes = { ["type"] = Type, ["value"] = value } };

        var area = new TagBuilder("textarea") { Attributes = { ["rows"] = lines.ToString(CultureInfo.InvariantCulture) } };
        // A browser swallows the first line break of a text area.
        area.InnerHtml.AppendHtml("\n").Append(value);
        return area;
    }
}
