using System.Globalization;

namespace Sweet.Sandbox.Stripe.Parameters;

/// <summary>Form fields with brackets, <c>a[b][0]=c</c>, as the tree that they mean.</summary>
internal sealed class Form
{
    private readonly OrderedDictionary<string, Form> children = [];

    public string? Value { get; private set; }

    public IEnumerable<KeyValuePair<string, Form>> Children => children;

    public Form? this[string name] => children.GetValueOrDefault(name);

    public static Form Parse(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var root = new Form();
        foreach (var (name, value) in fields)
            root.At(Segments(name)).Value = value;
        return root;
    }

    private static IEnumerable<string> Segments(string name) =>
        name.Split('[').Select((part, position) => position == 0 ? part : part.TrimEnd(']'));

    private Form At(IEnumerable<string> segments)
    {
        var node = this;
        foreach (var segment in segments)
        {
            // `expand[]=x` means the next free place.
            var key = segment.Length == 0 ? node.children.Count.ToString(CultureInfo.InvariantCulture) : segment;
            if (!node.children.TryGetValue(key, out var child))
                node.children[key] = child = new Form();
            node = child;
        }

        return node;
    }
}
