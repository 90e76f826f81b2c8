using System.Globalization;

namespace Sweet.Domain.Books;

/// <summary>
/// Counts the documents of a kind: one row, that is locked before it is read. The number is taken in the transaction that saves
/// the document, so it is given back with it.
/// </summary>
public sealed class DocumentSeries
{
    private DocumentSeries()
    {
    }

    public DocumentSeries(DocumentKind kind)
    {
        Kind = kind;
    }

    public DocumentKind Kind { get; private set; }

    /// <summary>The series of the last one: a year, and what a restore has added to it; "" before the first.</summary>
    public string Name { get; private set; } = "";

    public int Last { get; private set; }

    public DateTime? LastAtUtc { get; private set; }

    /// <param name="name">The series that a document of now belongs to.</param>
    /// <remarks>
    /// Another instance's clock may be ahead of ours, by a second over the end of the year: no number is of an earlier moment
    /// than the one before it.
    /// </remarks>
    internal DocumentPlace Next(string name, DateTime nowUtc)
    {
        if (!(nowUtc < LastAtUtc))
        {
            if (name != Name) (Name, Last) = (name, 0);
            LastAtUtc = nowUtc;
        }

        Last++;
        return new DocumentPlace(Name, Last, LastAtUtc!.Value);
    }

    /// <summary>The year alone; since the last restore in it also when that was.</summary>
    /// <param name="year">Of the institute's calendar.</param>
    /// <param name="restoredAtUtc">In the same year; numbers that the older copy has lost are on paper already.</param>
    public static string NameOf(int year, DateTime? restoredAtUtc) =>
        restoredAtUtc is { } utc
            ? string.Create(CultureInfo.InvariantCulture, $"{year}-R{utc:MMddHHmm}")
            : year.ToString(CultureInfo.InvariantCulture);
}

public sealed record DocumentPlace(string Series, int Number, DateTime AtUtc)
{
    public string InFull(DocumentKind kind) => string.Create(CultureInfo.InvariantCulture, $"{LettersOf(kind)}{Series}-{Number:D4}");

    private static string LettersOf(DocumentKind kind) => kind switch
    {
        DocumentKind.CreditNote => "CN-",
        DocumentKind.Reversal => "RV-",
        _ => "",
    };
}
