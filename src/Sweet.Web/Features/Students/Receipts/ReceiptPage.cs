using Sweet.Domain;
using Sweet.Web.Books.Documents;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Students.Receipts;

/// <summary>Prints on one page.</summary>
/// <param name="MadeOutTo">The employer or whoever else was named for it, or the student.</param>
/// <param name="IssuedAtUtc">The moment of the last thing that stands on it.</param>
public sealed record ReceiptPage(
    string Token, string Number, string StudentName, string MadeOutTo, string? PayerAddress, ReceiptCourse Course, DateTime IssuedAtUtc,
    IReadOnlyList<ReceiptLine> Lines, Money Tax, Money Total, IReadOnlyList<ReceiptMove> Moves, IReadOnlyList<Money> Remaining,
    Issuer Issuer)
{
    /// <summary>Nobody has paid yet: somebody else was sent an invoice.</summary>
    public bool IsInvoiced { get; init; }

    /// <summary>A receipt is of money that came, and has a number.</summary>
    public bool IsReceipt => Documents.Count > 0;

    public string Title => IsReceipt ? "Receipt" : "Summary of charges";

    /// <summary>The numbered ones: each prints by itself, and as PDF.</summary>
    public IReadOnlyList<ListedDocument> Documents { get; init; } = [];
}

public sealed record ReceiptCourse(string Title, string TimeZone, IReadOnlyList<string> Dates);

public sealed record ReceiptLine(string Description, Money Amount);

/// <summary>Money that came or went.</summary>
/// <param name="What">How the line begins; the day follows.</param>
/// <param name="Method">How it was paid; null of a refund.</param>
/// <param name="Amount">As it stands in the column: what goes back has a minus.</param>
public sealed record ReceiptMove(string What, DateTime AtUtc, string? Method, string Amount);
