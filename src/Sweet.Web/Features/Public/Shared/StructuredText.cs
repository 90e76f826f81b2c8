using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sweet.Web.Features.Public.Shared;

/// <summary>Parts of schema.org that several pages use. A data block is no script: the security policy lets it stand.</summary>
public static class StructuredText
{
    public static JsonObject Institute(string baseUrl) => new()
    {
        ["@type"] = "EducationalOrganization",
        ["@id"] = baseUrl + "/#institute",
        ["name"] = Wording.Institute.Name,
        ["url"] = baseUrl + "/",
        ["logo"] = baseUrl + "/img/icon-512.png",
        ["image"] = baseUrl + SharePicture.OfSite,
    };

    public static JsonObject Breadcrumbs(string baseUrl, params (string Name, string Path)[] steps) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. steps.Index().Select(step => new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = step.Index + 1,
            ["name"] = step.Item.Name,
            ["item"] = baseUrl + step.Item.Path,
        })]),
    };

    /// <summary>One data block; the default encoder keeps any &lt; out of it, so no text can end the element.</summary>
    public static string Graph(params JsonNode[] things) => new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new JsonArray(things),
    }.ToJsonString(JsonSerializerOptions.Default);
}
