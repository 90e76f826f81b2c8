using System.Globalization;
using System.Text.Encodings.Web;

namespace Sweet.Sandbox.Pages;

/// <summary>Markup whose values are encoded, unless they are markup themselves.</summary>
internal sealed record Html(string Markup)
{
    public static readonly Html Nothing = new("");

    public static Html Of(FormattableString text) =>
        new(string.Format(CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(Encoded)]));

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> one) => new(string.Concat(items.Select(item => one(item).Markup)));

    public static Html If(bool condition, FormattableString text) => condition ? Of(text) : Nothing;

    public override string ToString() => Markup;

    private static object? Encoded(object? value) => value switch
    {
        Html markup => markup.Markup,
        null => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => HtmlEncoder.Default.Encode(value.ToString()!),
    };
}
