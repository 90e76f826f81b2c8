using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>
/// A picture by its fingerprinted address. A drawing (SVG) has a twin for the dark scheme, with "-dark" before its ending.
/// </summary>
[HtmlTargetElement("drawing", Attributes = "file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DrawingTagHelper(IUrlHelperFactory urls) : TagHelper
{
    private const string DrawingEnding = ".svg";

    /// <summary>Address below the root of the site, such as /img/conversation.svg.</summary>
    public string File { get; set; } = "";

    public string Alt { get; set; } = "";

    public int Width { get; set; }

    public int Height { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "picture";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (File.EndsWith(DrawingEnding, StringComparison.Ordinal)) output.Content.AppendHtml(Twin());
        output.Content.AppendHtml(new TagBuilder("img")
        {
            TagRenderMode = TagRenderMode.StartTag,
            Attributes = { ["src"] = AddressOf(File), ["alt"] = Alt, ["width"] = $"{Width}", ["height"] = $"{Height}" },
        });
    }

    private TagBuilder Twin() => new("source")
    {
        TagRenderMode = TagRenderMode.StartTag,
        Attributes =
        {
            ["srcset"] = AddressOf($"{File[..^DrawingEnding.Length]}-dark{DrawingEnding}"),
            ["media"] = "(prefers-color-scheme: dark)",
        },
    };

    private string AddressOf(string path)
    {
        var assets = ViewContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var name = path.TrimStart('/');
        return urls.GetUrlHelper(ViewContext).Content("~/" + (assets?[name] ?? name));
    }
}
