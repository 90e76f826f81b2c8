using Markdig.Helpers;

namespace Sweet.Web.Wording.Prose;

/// <summary>Names every heading of a text so that none is named twice, nor like something of the page around it.</summary>
internal sealed class HeadingIds(string prefix)
{
    /// <summary>What the pages that show a text, and the layout around them, call their own.</summary>
    private static readonly string[] OfThePage =
        ["main", "help", "foot", "problem", "toc", "invite", "references", "related", "article", "contact"];

    private readonly HashSet<string> taken = new(OfThePage, StringComparer.Ordinal);
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);

    public string For(string heading)
    {
        var name = prefix + LinkHelper.UrilizeAsGfm(heading);
        if (name.Length == prefix.Length) name += "section";
        if (OfThePage.Contains(name, StringComparer.Ordinal)) name += "-section";
        var id = name;
        var number = last.GetValueOrDefault(name);
        while (!taken.Add(id)) id = $"{name}-{++number}";
        last[name] = number;
        return id;
    }
}
