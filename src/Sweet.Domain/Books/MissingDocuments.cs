using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Books;

/// <summary>
/// What of an order's money has no document yet: each payment that arrived gets a receipt, each refund that arrived a credit note, and
/// one that failed after all the reversal of its credit note. May be repeated.
/// </summary>
/// <param name="issued">All documents of the order.</param>
public sealed class MissingDocuments(Order order, IReadOnlyList<Document> issued)
{
    private IEnumerable<Payment> WithoutReceipt => order.Payments.Where(p => p.Status == PaymentStatus.Succeeded && ReceiptOf(p) is null);

    private IEnumerable<Refund> WithoutNote => order.Refunds.Where(r => r.Status == RefundStatus.Succeeded && NoteOf(r) is null);

    private IEnumerable<Document> Unearned =>
        issued.Where(d => IsStandingNote(d) && order.Refunds.First(r => r.Id == d.RefundId).Status != RefundStatus.Succeeded);

    public bool AreNone => !WithoutReceipt.Any() && !WithoutNote.Any() && !Unearned.Any();

    /// <summary>Takes the next numbers.</summary>
    /// <param name="series">Locked and read afresh, one for each kind.</param>
    /// <param name="name">The series that a document of now belongs to.</param>
    public IReadOnlyList<Document> Issue(IReadOnlyDictionary<DocumentKind, DocumentSeries> series, string name, DateTime nowUtc)
    {
        var receipts = WithoutReceipt
            .Select(p => new Document(DocumentKind.Receipt, series[DocumentKind.Receipt].Next(name, nowUtc), p, p.Amount)).ToList();
        var notes = WithoutNote.Select(r => new Document(
            DocumentKind.CreditNote, series[DocumentKind.CreditNote].Next(name, nowUtc), r.Payment, r.Amount)
        {
            Refund = r,
            RefersTo = ReceiptOf(r.Payment) ?? receipts.Find(d => d.Payment == r.Payment),
        }).ToList();
        var reversals = Unearned.Select(note => Reverse(note, series[DocumentKind.Reversal].Next(name, nowUtc))).ToList();
        return [.. receipts, .. notes, .. reversals];
    }

    private Document Reverse(Document note, DocumentPlace place) =>
        new(DocumentKind.Reversal, place, order.Payments.First(p => p.Id == note.PaymentId), note.Amount)
        {
            Refund = order.Refunds.First(r => r.Id == note.RefundId),
            RefersTo = note,
        };

    // What is not saved yet has the id 0, and no document.
    private Document? ReceiptOf(Payment payment) =>
        issued.FirstOrDefault(d => d.Kind == DocumentKind.Receipt && payment.Id != 0 && d.PaymentId == payment.Id);

    private Document? NoteOf(Refund refund) => issued.FirstOrDefault(d => IsStandingNote(d) && refund.Id != 0 && d.RefundId == refund.Id);

    private bool IsStandingNote(Document document) =>
        document.Kind == DocumentKind.CreditNote && issued.All(d => d.RefersToId != document.Id);
}
