using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>
/// What is wrong with a form, above its heading, each line leading to its field. Takes the focus without script.
/// The content says what that means for the visitor: "Your seat is not held yet. Nothing that you typed is lost."
/// Errors without a field (a refusal) stand as plain sentences.
/// </summary>
[HtmlTargetElement("problem-summary")]
public sealed class ProblemSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        foreach (var (name, value) in Frame) output.Attributes.SetAttribute(name, value);
        output.Content.AppendHtml("<div role=\"alert\"><h2>There is a problem</h2>");
        if (!content.IsEmptyOrWhiteSpace) output.Content.AppendHtml("<p>").AppendHtml(content).AppendHtml("</p>");
        output.Content.AppendHtml(List(state)).AppendHtml("</div>");
    }

    // It takes the focus, and the alert stands inside it, without a label: on one element, JAWS reads the heading alone.
    private static readonly (string Name, string Value)[] Frame =
        [("class", "problem"), ("tabindex", "-1"), ("autofocus", "autofocus")];

    private TagBuilder List(ModelStateDictionary state)
    {
        var fields = ViewContext.ActionDescriptor.Parameters.SelectMany(p => FieldsOf(p.ParameterType)).ToList();
        var list = new TagBuilder("ul");
        // In the order of the form: the model state has an order of its own. What has no field comes first.
        foreach (var (name, entry) in state.OrderBy(problem => fields.IndexOf(problem.Key)))
            foreach (var error in entry!.Errors)
                list.InnerHtml.AppendHtml(Line(name, error.ErrorMessage));
        return list;
    }

    // What a form shares with others stands before what is its own; where it has words of its own for a field, that stays
    // in its place.
    private static IEnumerable<string> FieldsOf(Type? form)
    {
        if (form is null) return [];

        var own = form.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        return FieldsOf(form.BaseType).Concat(own.Select(p => p.Name));
    }

    private static TagBuilder Line(string name, string message)
    {
        var line = new TagBuilder("li");
        if (name.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }

        var link = new TagBuilder("a") { Attributes = { ["href"] = "#" + TagBuilder.CreateSanitizedId(name, "-") } };
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
