using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sweet.Web.Features.Shared.Binding;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>
/// One question of a form: label, hint, error, control. Label and hint come from <see cref="DisplayAttribute"/> (Name,
/// Description), the limit from the length attribute, "(optional)" from the missing <see cref="RequiredAttribute"/>.
/// Other attributes (autocomplete, inputmode, spellcheck) go to the control; the content is the label of a check box.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Where the form itself does not always ask for it, and here does: then it is not called optional.</summary>
    public bool Required { get; set; }

    /// <summary>A narrow control, for what is short.</summary>
    public bool Narrow { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "-");

    private ModelStateEntry? State => ViewContext.ViewData.ModelState[Name];

    private string? Error => State?.Errors is [var first, ..] ? first.ErrorMessage : null;

    private bool IsCheck => For.ModelExplorer.ModelType == typeof(bool);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var control = Control();
        foreach (var attribute in output.Attributes)
            control.Attributes[attribute.Name] = Convert.ToString(attribute.Value, CultureInfo.InvariantCulture);
        // A secret is typed again rather than sent back.
        if (control.Attributes.GetValueOrDefault("type") == "password") control.Attributes.Remove("value");
        output.Attributes.Clear();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field wrong");
        if (IsCheck) AppendCheck(output.Content, control, content);
        else AppendQuestion(output.Content, control);
    }

    private void AppendQuestion(TagHelperContent output, TagBuilder control)
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = Id } };
        label.InnerHtml.Append(LabelText + (Metadata.IsRequired || Required ? "" : " (optional)"));
        output.AppendHtml(label);
        AppendHintAndError(output);
        output.AppendHtml(control);
    }

    private void AppendCheck(TagHelperContent output, TagBuilder control, TagHelperContent content)
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = Id } };
        if (content.IsEmptyOrWhiteSpace) label.InnerHtml.Append(LabelText);
        else label.InnerHtml.AppendHtml(content);
        var check = new TagBuilder("div") { Attributes = { ["class"] = "check" } };
        check.InnerHtml.AppendHtml(control).AppendHtml(label);
        AppendHintAndError(output);
        output.AppendHtml(check);
    }

    private void AppendHintAndError(TagHelperContent output)
    {
        if (HintText is { } hint) output.AppendHtml(Paragraph("hint", hint));
        if (Error is { } error) output.AppendHtml(Paragraph("error", error));
    }

    private TagBuilder Paragraph(string kind, string text)
    {
        var paragraph = new TagBuilder("p") { Attributes = { ["class"] = kind, ["id"] = $"{Id}-{kind}" } };
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }

    private TagBuilder Control()
    {
        var control = IsCheck ? Check()
            : Options is not null ? Choices(Options)
            : TypedTextBinder.IsMultiline(Metadata) ? TextArea()
            : TextBox();
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (Narrow) control.AddCssClass("short");
        if (MaxLength is { } limit) control.Attributes["maxlength"] = limit.ToString(CultureInfo.InvariantCulture);
        if (Error is not null) control.Attributes["aria-invalid"] = "true";
        var descriptions = string.Join(' ', Descriptions());
        if (descriptions.Length > 0) control.Attributes["aria-describedby"] = descriptions;
        return control;
    }

    private IEnumerable<string> Descriptions()
    {
        if (HintText is not null) yield return $"{Id}-hint";
        if (Error is not null) yield return $"{Id}-error";
    }

    private TagBuilder TextBox() =>
        new("input") { TagRenderMode = TagRenderMode.StartTag, Attributes = { ["type"] = "text", ["value"] = Value } };

    private TagBuilder TextArea()
    {
        var area = new TagBuilder("textarea");
        // A browser swallows the first line break of a text area.
        area.InnerHtml.AppendHtml("\n").Append(Value);
        return area;
    }

    private TagBuilder Check()
    {
        var check = new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.StartTag,
            Attributes = { ["type"] = "checkbox", ["value"] = "true" },
        };
        if (string.Equals(Value, "true", StringComparison.OrdinalIgnoreCase)) check.Attributes["checked"] = "checked";
        return check;
    }

    private TagBuilder Choices(IEnumerable<SelectListItem> options)
    {
        var select = new TagBuilder("select");
        select.InnerHtml.AppendHtml(new ChoiceList(options, Value));
        return select;
    }

    // What several forms ask is written once for all of them: the form at hand may have words of its own for it.
    private ModelMetadata Metadata => field ??= For.ModelExplorer.Container?.GetExplorerForProperty(For.Name)?.Metadata ?? For.Metadata;

    private string LabelText => Label ?? Metadata.DisplayName ?? For.Name;

    private string? HintText => Hint ?? Metadata.Description;

    private string Value => State?.AttemptedValue ?? Convert.ToString(For.Model, CultureInfo.InvariantCulture) ?? "";

    private int? MaxLength => Metadata.ValidatorMetadata
        .Select(rule => rule switch
        {
            StringLengthAttribute text => text.MaximumLength,
            MaxLengthAttribute any => any.Length,
            _ => (int?)null,
        })
        .FirstOrDefault(limit => limit is not null);
}
