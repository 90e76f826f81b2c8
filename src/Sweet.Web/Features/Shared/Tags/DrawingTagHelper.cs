using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>A drawing and its twin for the dark scheme, both by their fingerprinted addresses.</summary>
[HtmlTargetElement("drawing", Attributes = "light", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DrawingTagHelper(IUrlHelperFactory urls) : TagHelper
{
    /// <summary>Address below the root of the site, such as /img/conversation.svg.</summary>
    public string Light { get; set; } = "";

    public string? Dark { get; set; }

    public string Alt { get; set; } = "";

    public int Width { get; set; }

    public int Height { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "picture";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Dark is not null)
            output.Content.AppendHtml(new TagBuilder("source") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["srcset"] = AddressOf(Dark), ["media"] = "(prefers-color-scheme: dark)" } });
        output.Content.AppendHtml(new TagBuilder("img")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes = { ["src"] = AddressOf(Light), ["alt"] = Alt, ["width"] = $"{Width}", ["height"] = $"{Height}" },
        });
    }

    private string AddressOf(string path)
    {
        var assets = ViewContext.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        var name = path.TrimStart('/');
        return urls.GetUrlHelper(ViewContext).Content("~/" + (assets?[name] ?? name));
    }
}
