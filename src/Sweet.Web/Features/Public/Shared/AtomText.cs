using System.Globalization;
using System.Xml.Linq;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Shared;

/// <summary>The elements that every Atom feed of ours is made of.</summary>
public static class AtomText
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static XName Name(string local) => Atom + local;

    /// <param name="home">The page that the feed goes with; its own address is beside it.</param>
    public static XElement Feed(string home, string title, DateTime? updatedAtUtc, IEnumerable<XElement> entries) =>
        new(Name("feed"),
            new XAttribute(XNamespace.Xml + "lang", Institute.Language),
            new XElement(Name("id"), home),
            new XElement(Name("title"), $"{Institute.Name}: {title}"),
            Updated(updatedAtUtc),
            Link(home + "/feed.atom", "self", "application/atom+xml"),
            Link(home, "alternate", "text/html"),
            Author(Institute.Name),
            entries);

    /// <remarks>The element is required; an empty feed has not changed since the beginning of time.</remarks>
    public static XElement Updated(DateTime? utc) => new(Name("updated"), Date(utc ?? DateTime.UnixEpoch));

    public static XElement Author(string name) => new(Name("author"), new XElement(Name("name"), name));

    public static XElement Link(string address, string relation, string type) =>
        new(Name("link"), new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    public static string Date(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
