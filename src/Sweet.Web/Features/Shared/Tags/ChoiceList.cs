using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Sweet.Web.Features.Shared.Tags;

/// <summary>The options of a select, written straight: a list of states is half of a form.</summary>
/// <param name="options">One with an empty value says itself what no choice means.</param>
/// <param name="chosen">The value that is selected; empty while nothing was chosen.</param>
internal sealed class ChoiceList(IEnumerable<SelectListItem> options, string chosen) : IHtmlContent
{
    private static readonly SelectListItem None = new("Choose one", "");

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var all = options.ToList();
        if (!all.Exists(o => o.Value is "")) all.Insert(0, None);
        foreach (var option in all)
        {
            var value = option.Value ?? option.Text;
            writer.Write("<option value=\"");
            encoder.Encode(writer, value);
            writer.Write(string.Equals(value, chosen, StringComparison.Ordinal) ? "\" selected=\"selected\">" : "\">");
            encoder.Encode(writer, option.Text);
            writer.Write("</option>");
        }
    }
}
