using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sweet.Web.Tests.Support;

/// <summary>What a visitor sees. Everything that is clicked or sent leads to the next page.</summary>
public sealed partial class Page
{
    private readonly Visitor visitor;
    private readonly Uri address;
    private readonly IHtmlDocument document;

    private Page(Visitor visitor, Uri address, IReadOnlyList<int> statuses, HttpResponseMessage response, string body, Uri? leadsTo)
    {
        this.visitor = visitor;
        this.address = address;
        Statuses = statuses;
        Body = body;
        LeadsTo = leadsTo?.ToString();
        ContentType = response.Content.Headers.ContentType?.MediaType;
        Headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        document = new HtmlParser().ParseDocument(ContentType == "text/html" ? body : "");
    }

    public static async Task<Page> Read(Visitor visitor, Uri address, IReadOnlyList<int> statuses, HttpResponseMessage response, Uri? leadsTo) =>
        new(visitor, address, statuses, response, await response.Content.ReadAsStringAsync(), leadsTo)
        {
            Bytes = await response.Content.ReadAsByteArrayAsync(),
        };

    /// <summary>Every answer on the way here: 303 and 200 after a form that was accepted.</summary>
    public IReadOnlyList<int> Statuses { get; }

    public int Status => Statuses[^1];

    /// <summary>Path and query.</summary>
    public string Address => address.PathAndQuery;

    /// <summary>Where the last answer sends the visitor, outside the site; null if it does not.</summary>
    public string? LeadsTo { get; }

    public string? ContentType { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Body { get; }

    /// <summary>Of a file that is no text.</summary>
    public byte[] Bytes { get; private init; } = [];

    public IHtmlDocument Document => document;

    public string Title => document.Title ?? "";

    public string Heading => Read(document.QuerySelector("h1"));

    /// <summary>The text of the main part, its white space made single.</summary>
    public string Text => Read(document.QuerySelector("main"));

    /// <summary>What is told before everything else, or "".</summary>
    public string Alert => Read(document.QuerySelector("[role=alert]"));

    /// <summary>The lines of the problem summary.</summary>
    public IReadOnlyList<string> Problems => Texts("[role=alert] li");

    public IReadOnlyList<string> Links => Texts("a[href]");

    public IReadOnlyList<string> Buttons => Texts("main button");

    /// <summary>The page's first post form, its way on.</summary>
    public PageForm MainForm => Forms.FirstOrDefault() ?? throw Missing("a form to post");

    public bool HasForm => Forms.Any();

    private IEnumerable<PageForm> Forms => document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").Select(form => new PageForm(form));

    /// <summary>What stands beside a field that is wrong, or "".</summary>
    public string ProblemOf(string field) => Read(document.GetElementById($"{field.Replace('.', '-')}-error"));

    /// <summary>What stands behind a term in a list of facts, or "".</summary>
    public string Fact(string term) =>
        Read(document.QuerySelectorAll("main dt").FirstOrDefault(dt => Read(dt) == term)?.NextElementSibling);

    /// <summary>The addresses of all links with this text, or of the part of it that is unique.</summary>
    public string Link(string text)
    {
        var links = document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").ToList();
        var link = links.Find(a => Read(a) == text) ?? links.Find(a => Read(a).Contains(text, StringComparison.Ordinal));
        return link?.GetAttribute("href") ?? throw Missing($"a link \"{text}\"");
    }

    public Task<Page> Click(string link) => visitor.Open(new Uri(address, Link(link)).ToString());

    /// <summary>Sends the main form as a browser would.</summary>
    public Task<Page> Submit(Action<PageForm>? fill = null) => Send(MainForm, fill, button: null);

    /// <summary>Sends the form of a button by that button.</summary>
    public Task<Page> Submit(string button, Action<PageForm>? fill = null) =>
        Send(Forms.FirstOrDefault(form => form.HasButton(button)) ?? throw Missing($"a button \"{button}\""), fill, button);

    /// <summary>The same address once more.</summary>
    public Task<Page> Reload() => visitor.Open(address.ToString());

    internal static string Read(IElement? element) => WhiteSpace().Replace(element?.TextContent ?? "", " ").Trim();

    private IReadOnlyList<string> Texts(string selector) => [.. document.QuerySelectorAll(selector).Select(Read)];

    private Task<Page> Send(PageForm form, Action<PageForm>? fill, string? button)
    {
        fill?.Invoke(form);
        var target = new Uri(address, form.ActionOf(button)).ToString();
        return form.Files.Count == 0 ? visitor.Post(target, form.FieldsWith(button)) : visitor.Post(target, form.FieldsWith(button), form.Files);
    }

    private InvalidOperationException Missing(string what) =>
        new($"{Address} ({Status}, \"{Heading}\") has no {what}. It says: {Text}");

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WhiteSpace();
}
