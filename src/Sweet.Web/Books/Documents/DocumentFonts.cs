using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Sweet.Web.Books.Documents;

/// <summary>
/// The site's own face, embedded: the same PDF on every machine, whatever fonts it has. Cut from Libre Franklin (OFL) at two weights,
/// with the Latin and Latin Extended signs.
/// </summary>
internal sealed class DocumentFonts : IFontResolver
{
    private const string Family = "Libre Franklin";
    private const string Bold = "bold";
    private const string Regular = "regular";

    private static readonly XPdfFontOptions Embedded = new(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset);

    static DocumentFonts() => GlobalFontSettings.FontResolver = new DocumentFonts();

    private DocumentFonts()
    {
    }

    /// <param name="size">In points.</param>
    public static XFont Of(double size, bool isBold = false) =>
        new(Family, size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Embedded);

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? Bold : Regular);

    public byte[]? GetFont(string faceName)
    {
        var name = $"{typeof(DocumentFonts).Namespace}.Fonts.libre-franklin-{faceName}.ttf";
        using var font = typeof(DocumentFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no font {name}.");
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}
