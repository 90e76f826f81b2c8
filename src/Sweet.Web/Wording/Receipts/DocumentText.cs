using Sweet.Domain;
using Sweet.Domain.Books;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Hosting;

namespace Sweet.Web.Wording.Receipts;

/// <summary>A numbered document in words: the page that prints and the PDF say the same.</summary>
/// <param name="Title">"Receipt 2026-0241"</param>
/// <param name="IssuedOn">"October 12, 2026", by the institute's calendar, as the year of the number is.</param>
/// <param name="From">The institute, one line each.</param>
/// <param name="For">Whoever it is made out to, one line each.</param>
/// <param name="Lines">What it is for.</param>
/// <param name="Sum">What came or went, and when.</param>
public sealed record DocumentText(
    string Title, string Number, string IssuedOn, IReadOnlyList<string> From, IReadOnlyList<string> For,
    IReadOnlyList<DocumentLine> Lines, DocumentLine Sum)
{
    /// <summary>What it refers to, or what came of the money; a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>"Credit note CN-2026-0017"</summary>
    public static string TitleOf(DocumentKind kind, string number) => $"{kind.InWords()} {number}";

    /// <param name="enrollment">With all rows of its order.</param>
    /// <param name="refersTo">The number of the document that it refers to, or null.</param>
    public static DocumentText Of(Document document, Enrollment enrollment, string? refersTo, Issuer issuer)
    {
        var payment = enrollment.Order.Payments.Single(p => p.Id == document.PaymentId);
        var date = ZonedTime.At(document.IssuedAtUtc, Institute.TimeZone).Date;
        return new DocumentText(
            TitleOf(document.Kind, document.Number), document.Number, date, issuer.Lines, MadeOutTo(enrollment),
            document.Kind == DocumentKind.Receipt ? LinesOf(payment, enrollment) : [CourseFor(document.Amount, enrollment)],
            SumOf(document, payment, enrollment.Order))
        {
            Notes = [.. NotesOf(document.Kind, refersTo, payment)],
        };
    }

    private static IReadOnlyList<string> MadeOutTo(Enrollment enrollment)
    {
        var order = enrollment.Order;
        string[] student = order.PayerName is null ? [] : [$"Student: {enrollment.FullName}"];
        var number = $"Enrollment number {enrollment.Number}";
        return [order.PayerName ?? enrollment.FullName, .. LinesIn(order.PayerAddress), .. student, number];
    }

    // A payment that did not pay for the seat by itself says what it was meant for, and no price.
    private static IReadOnlyList<DocumentLine> LinesOf(Payment payment, Enrollment enrollment)
    {
        var order = enrollment.Order;
        if (payment.Decision != PaymentDecision.Confirms || payment.Amount != order.Total)
            return [CourseFor(payment.Amount, enrollment)];

        return
        [
            .. order.Lines.Select((line, index) => new DocumentLine(
                line.Description, index == 0 ? DatesOf(enrollment) : "", new Money(line.AmountMinor, order.Currency).Exact())),
            new DocumentLine("Sales tax", "", ReceiptText.Tax(order).Exact()),
            new DocumentLine("Total", "", order.Total.Exact()),
        ];
    }

    private static DocumentLine SumOf(Document document, Payment payment, Order order)
    {
        // Staff say when it went outside Stripe, and by what; Stripe sends it the way it came.
        var back = order.Refunds.FirstOrDefault(r => r.Id == document.RefundId && r.IsOutside);
        var method = back is null ? PaymentMethodText.InWords(payment) : PaymentMethodText.InWords(back);
        var (what, atUtc) = document.Kind switch
        {
            DocumentKind.Receipt => ("Paid on", payment.CapturedAtUtc ?? payment.SettledAtUtc ?? document.IssuedAtUtc),
            DocumentKind.CreditNote => ("Refunded on", back?.SettledAtUtc ?? document.IssuedAtUtc),
            _ => ("Refund failed on", document.IssuedAtUtc),
        };
        var day = ZonedTime.At(atUtc, Institute.TimeZone).Date;
        var how = method is null || document.Kind == DocumentKind.Reversal ? "" : $", {method}";
        return new DocumentLine($"{what} {day}{how}", "", document.Amount.Exact());
    }

    private static IEnumerable<string> NotesOf(DocumentKind kind, string? refersTo, Payment payment)
    {
        if (refersTo is not null && kind == DocumentKind.CreditNote) yield return $"For receipt {refersTo}, in full or in part.";
        if (refersTo is not null && kind == DocumentKind.Reversal)
            yield return $"Reverses credit note {refersTo}: the refund did not arrive, so the credit note no longer counts.";
        if (kind == DocumentKind.Receipt && payment.Decision is not (PaymentDecision.Confirms or PaymentDecision.OpenCase))
            yield return "This payment did not go toward a seat. If it is refunded, a separate credit note is issued.";
    }

    private static DocumentLine CourseFor(Money sum, Enrollment enrollment) =>
        new(enrollment.Cohort.Course.FullTitle, DatesOf(enrollment), sum.Exact());

    private static string DatesOf(Enrollment enrollment) => $"Class dates: {string.Join("; ", ReceiptText.ClassDates(enrollment.Cohort))}";

    private static string[] LinesIn(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <param name="Note">Below it, or "".</param>
public sealed record DocumentLine(string What, string Note, string Amount);

/// <summary>Who issues receipts: the institute.</summary>
/// <param name="TaxId">One line, or none.</param>
public sealed record Issuer(string LegalName, IReadOnlyList<string> LegalAddress, string HelpEmail, IReadOnlyList<string> TaxId)
{
    public IReadOnlyList<string> Lines => [LegalName, .. LegalAddress, HelpEmail, .. TaxId];

    public static Issuer Of(SiteOptions site) =>
        new(site.LegalName, site.LegalAddressLines, site.HelpEmail, ReceiptText.TaxId(site.Ein));
}

public static class DocumentKindText
{
    public static string InWords(this DocumentKind kind) => kind switch
    {
        DocumentKind.Receipt => "Receipt",
        DocumentKind.CreditNote => "Credit note",
        DocumentKind.Reversal => "Reversal",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
