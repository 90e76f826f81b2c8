using System.Net;
using System.Text;
using System.Text.Json;

namespace Sweet.Web.Features.Staff.PersonDownloads;

/// <summary>The file for people: all that the other one has, with its names as words. It stands alone: no link, no script.</summary>
internal static class PersonHtml
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
        + "dl{margin:0 0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere}"
        + "ol>li{border-top:1px solid #bbb;padding:.5rem 0}";

    public static string Of(string number, JsonElement parts)
    {
        var title = $"Everything kept about the student of {WebUtility.HtmlEncode(number)}";
        var html = new StringBuilder()
            .Append("<!doctype html><html lang=\"en-US\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<title>").Append(title).Append("</title>")
            .Append("<style>").Append(Style).Append("</style></head><body>")
            .Append("<h1>").Append(title).Append("</h1>");
        foreach (var part in parts.EnumerateObject())
        {
            html.Append("<h2>").Append(Label(part.Name)).Append("</h2>");
            Append(html, part.Value);
        }

        return html.Append("</body></html>").ToString();
    }

    private static void Append(StringBuilder html, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                html.Append("<dl>");
                foreach (var property in value.EnumerateObject())
                {
                    html.Append("<dt>").Append(Label(property.Name)).Append("</dt><dd>");
                    Append(html, property.Value);
                    html.Append("</dd>");
                }

                html.Append("</dl>");
                break;
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                html.Append("Nothing.");
                break;
            case JsonValueKind.Array:
                html.Append("<ol>");
                foreach (var item in value.EnumerateArray())
                {
                    html.Append("<li>");
                    Append(html, item);
                    html.Append("</li>");
                }

                html.Append("</ol>");
                break;
            case JsonValueKind.True or JsonValueKind.False:
                html.Append(value.GetBoolean() ? "yes" : "no");
                break;
            default:
                html.Append(WebUtility.HtmlEncode(value.ToString()));
                break;
        }
    }

    private static string Label(string name) => WebUtility.HtmlEncode(WordsForPeople.Label(name));
}
