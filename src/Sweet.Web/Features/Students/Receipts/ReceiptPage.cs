using Sweet.Domain;
using Sweet.Domain.Refunds;

namespace Sweet.Web.Features.Students.Receipts;

/// <summary>Prints on one page.</summary>
/// <param name="MadeOutTo">The payer, or the student.</param>
public sealed record ReceiptPage(
    string Token, string Number, string StudentName, string MadeOutTo, string? PayerAddress, string Course, string TimeZone,
    IReadOnlyList<ReceiptLine> Lines, Money Total, IReadOnlyList<ReceiptPayment> Payments, IReadOnlyList<ReceiptRefund> Refunds,
    Issuer Issuer);

public sealed record ReceiptLine(string Description, Money Amount);

public sealed record ReceiptPayment(Money Amount, string Method, DateTime AtUtc);

public sealed record ReceiptRefund(Money Amount, RefundStatus Status, DateTime RequestedAtUtc);

public sealed record Issuer(string LegalName, string LegalAddress, string HelpEmail);
