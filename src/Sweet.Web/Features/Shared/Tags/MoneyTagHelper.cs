using Microsoft.AspNetCore.Razor.TagHelpers;
using Sweet.Domain;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>A price in running text, or with <see cref="Exact"/> a sum to the cent.</summary>
[HtmlTargetElement("money", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    public Money Of { get; set; }

    public bool Exact { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.Append(Exact ? Of.Exact() : Of.InText());
    }
}
