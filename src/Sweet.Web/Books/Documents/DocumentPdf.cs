using PdfSharp.UniversalAccessibility;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Books.Documents;

/// <summary>A document as PDF: tagged, so that it can be read aloud, and its text can be selected.</summary>
public static class DocumentPdf
{
    public const string ContentType = "application/pdf";

    // The library keeps what it knows of fonts in one place for all threads.
    private static readonly Lock OneAtATime = new();

    /// <summary>Of the file: "receipt-2026-0241.pdf".</summary>
    public static string NameOf(DocumentText document) => $"{document.Title.ToLowerInvariant().Replace(' ', '-')}.pdf";

    public static byte[] Of(DocumentText document)
    {
        lock (OneAtATime) return Write(document);
    }

    private static byte[] Write(DocumentText document)
    {
        using var paper = new Paper($"{document.Title} – {document.From[0]}");
        paper.Text(PdfBlockLevelElementTag.Paragraph, document.From[0], Face.Strong);
        foreach (var line in document.From.Skip(1)) paper.Text(PdfBlockLevelElementTag.Paragraph, line, Face.Small);
        paper.Gap(Paper.Large);
        paper.Text(PdfBlockLevelElementTag.Heading1, document.Title, Face.Title);
        paper.Text(PdfBlockLevelElementTag.Paragraph, document.IssuedOn, Face.Plain);
        paper.Gap(Paper.Medium);
        paper.Text(PdfBlockLevelElementTag.Paragraph, $"For {document.For[0]}", Face.Strong);
        foreach (var line in document.For.Skip(1)) paper.Text(PdfBlockLevelElementTag.Paragraph, line, Face.Plain);
        paper.Gap(Paper.Medium);
        paper.Table(new DocumentLine("Description", "", "Amount"), document.Lines, document.Sum);
        paper.Gap(Paper.Medium);
        foreach (var note in document.Notes) paper.Text(PdfBlockLevelElementTag.Paragraph, note, Face.Small);
        return paper.Bytes();
    }
}
