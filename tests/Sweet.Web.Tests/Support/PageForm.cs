using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sweet.Web.Tests.Support;

/// <summary>A form with what its page has filled in; fields go by their name or by their label.</summary>
public sealed class PageForm
{
    private readonly IHtmlFormElement form;
    private readonly List<KeyValuePair<string, string>> fields;

    public PageForm(IHtmlFormElement form)
    {
        this.form = form;
        fields = [.. form.Elements.SelectMany(FieldsOf)];
    }

    public string this[string field] => fields.Find(f => f.Key == NameOf(field)).Value ?? "";

    /// <summary>What a browser would send now, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <summary>Files that were chosen, by the name of their field.</summary>
    public Dictionary<string, (string Name, byte[] Bytes)> Files { get; } = [];

    public bool Has(string name) => form.Elements.Any(e => e.GetAttribute("name") == name);

    public PageForm Fill(string field, string value)
    {
        var name = NameOf(field);
        var at = fields.FindIndex(f => f.Key == name);
        if (at < 0) fields.Add(new(name, value));
        else fields[at] = new(name, value);
        return this;
    }

    /// <summary>Picks an option of a list by what it says.</summary>
    public PageForm Choose(string field, string option)
    {
        var select = (IHtmlSelectElement)Control(field);
        var chosen = select.Options.FirstOrDefault(o => Page.Read(o) == option)
            ?? throw new InvalidOperationException($"\"{field}\" offers only {string.Join(", ", select.Options.Select(Page.Read))}.");
        return Fill(field, chosen.Value);
    }

    public PageForm Attach(string field, string fileName, byte[] bytes)
    {
        Files[NameOf(field)] = (fileName, bytes);
        return this;
    }

    public PageForm Tick(string field) => Fill(field, ((IHtmlInputElement)Control(field)).Value);

    public PageForm Untick(string field) => Remove(NameOf(field));

    /// <summary>Sends the form without a field, as no browser does.</summary>
    public PageForm Remove(string name)
    {
        fields.RemoveAll(f => f.Key == name);
        return this;
    }

    /// <summary>Sends a field that the page does not have, or one more of the same, as no browser does.</summary>
    public PageForm Add(string name, string value)
    {
        fields.Add(new(name, value));
        return this;
    }

    internal bool HasButton(string text) => Button(text) is not null;

    internal string ActionOf(string? button) =>
        (button is null ? null : Button(button)?.GetAttribute("formaction")) ?? form.GetAttribute("action") ?? "";

    internal IEnumerable<KeyValuePair<string, string>> FieldsWith(string? button)
    {
        var pressed = button is null ? null : Button(button);
        return pressed?.GetAttribute("name") is { Length: > 0 } name ? fields.Append(new(name, pressed.GetAttribute("value") ?? "")) : fields;
    }

    private IElement? Button(string text) => form.QuerySelectorAll("button").FirstOrDefault(b => Page.Read(b) == text);

    private string NameOf(string field) => Control(field).GetAttribute("name")!;

    private IElement Control(string field)
    {
        var labelled = form.QuerySelectorAll<IHtmlLabelElement>("label").FirstOrDefault(l => Page.Read(l) == field || Page.Read(l) == $"{field} (optional)");
        return form.Elements.FirstOrDefault(e => e.GetAttribute("name") == field)
            ?? form.Elements.FirstOrDefault(e => labelled?.HtmlFor is { } id && e.Id == id)
            ?? throw new InvalidOperationException(
                $"The form has no field \"{field}\", only {string.Join(", ", form.Elements.Select(e => e.GetAttribute("name")).OfType<string>())}.");
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IElement control)
    {
        var name = control.GetAttribute("name");
        if (string.IsNullOrEmpty(name) || control.HasAttribute("disabled")) return [];

        return control switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked ? [new(name, choice.Value)] : [],
            IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } => [],
            IHtmlInputElement input => [new(name, input.Value)],
            IHtmlTextAreaElement area => [new(name, area.Value)],
            IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => new KeyValuePair<string, string>(name, o.Value)),
            _ => [],
        };
    }
}
