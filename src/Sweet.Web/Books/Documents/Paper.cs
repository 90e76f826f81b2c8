using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Books.Documents;

/// <summary>Letter pages that are written from the top down; what does not fit goes on on the next. Sizes are in points.</summary>
internal sealed class Paper : IDisposable
{
    public const double Medium = 18;
    public const double Large = 36;

    private const double Margin = 64;
    private const double LineSpace = 1.4;
    private const double RoomForSum = 110;

    private readonly PdfDocument pdf = new();
    private readonly UAManager access;
    private XGraphics drawing;
    private PdfPage page;
    private double y = Margin;

    public Paper(string title)
    {
        pdf.Info.Title = title;
        pdf.ViewerPreferences.DisplayDocTitle = true;
        access = UAManager.ForDocument(pdf);
        access.SetDocumentLanguage(Institute.Language);
        (page, drawing) = NewPage();
    }

    private double Width => page.Width.Point - (2 * Margin);

    private StructureBuilder Structure => access.StructureBuilder;

    public void Gap(double height) => y += height;

    public void Text(PdfBlockLevelElementTag tag, string text, Face face)
    {
        Structure.BeginElement(tag);
        Write(text, face, Margin, Width);
        Structure.End();
    }

    /// <param name="sum">The last row, in bold.</param>
    public void Table(DocumentLine head, IReadOnlyList<DocumentLine> rows, DocumentLine sum)
    {
        Structure.BeginElement(PdfBlockLevelElementTag.Table);
        Row(head, PdfBlockLevelElementTag.TableHeaderCell, Face.Small, Face.Small);
        foreach (var row in rows) Row(row, PdfBlockLevelElementTag.TableDataCell, Face.Plain, Face.Plain);
        Row(sum, PdfBlockLevelElementTag.TableDataCell, Face.Strong, Face.Strong);
        Structure.End();
    }

    public byte[] Bytes()
    {
        drawing.Dispose();
        using var buffer = new MemoryStream();
        pdf.Save(buffer, closeStream: false);
        return buffer.ToArray();
    }

    public void Dispose()
    {
        drawing.Dispose();
        pdf.Dispose();
    }

    private void Row(DocumentLine row, PdfBlockLevelElementTag sumTag, Face face, Face sumFace)
    {
        y += Medium / 3;
        Structure.BeginElement(PdfBlockLevelElementTag.TableRow);
        Structure.BeginElement(PdfBlockLevelElementTag.TableHeaderCell);
        Write(row.What, face, Margin, Width - RoomForSum);
        var below = y;
        if (row.Note.Length > 0) Write(row.Note, Face.Small, Margin, Width - RoomForSum);
        Structure.End();
        Structure.BeginElement(sumTag);
        Room(0);
        var right = new XPoint(Margin + Width, Math.Min(below, y) - (sumFace.Size * (LineSpace - 1)));
        drawing.DrawString(row.Amount, sumFace.Font, XBrushes.Black, right, XStringFormats.BaseLineRight);
        Structure.End();
        Structure.End();
        Rule();
    }

    private void Rule()
    {
        y += Medium / 6;
        Structure.BeginArtifact();
        drawing.DrawLine(XPens.Gray, Margin, y, Margin + Width, y);
        Structure.End();
    }

    private void Write(string text, Face face, double left, double width)
    {
        foreach (var line in Wrap(text, face, width))
        {
            Room(face.Size * LineSpace);
            y += face.Size * LineSpace;
            drawing.DrawString($"{line} ", face.Font, XBrushes.Black, left, y - (face.Size * (LineSpace - 1)));
        }
    }

    // A word that is longer than a line is cut: a name is never lost beside the paper.
    private IEnumerable<string> Wrap(string text, Face face, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Cut(w, face, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Fits(longer, face, width))
            {
                line = longer;
                continue;
            }

            yield return line;
            line = word;
        }

        if (line.Length > 0) yield return line;
    }

    private IEnumerable<string> Cut(string word, Face face, double width)
    {
        while (!Fits(word, face, width))
        {
            var length = word.Length - 1;
            while (length > 1 && !Fits(word[..length], face, width)) length--;
            yield return word[..length];
            word = word[length..];
        }

        yield return word;
    }

    private bool Fits(string text, Face face, double width) => text.Length <= 1 || drawing.MeasureString(text, face.Font).Width <= width;

    private void Room(double height)
    {
        if (y + height <= page.Height.Point - Margin) return;

        drawing.Dispose();
        (page, drawing) = NewPage();
        y = Margin;
    }

    private (PdfPage Page, XGraphics Drawing) NewPage()
    {
        var next = pdf.AddPage();
        next.Size = PageSize.Letter;
        return (next, XGraphics.FromPdfPage(next));
    }
}

/// <param name="Size">In points.</param>
internal sealed record Face(XFont Font, double Size)
{
    public static readonly Face Title = Of(22, isBold: true);
    public static readonly Face Strong = Of(10.5, isBold: true);
    public static readonly Face Plain = Of(10.5);
    public static readonly Face Small = Of(9);

    private static Face Of(double size, bool isBold = false) => new(DocumentFonts.Of(size, isBold), size);
}
