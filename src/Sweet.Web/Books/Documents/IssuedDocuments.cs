using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Books;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Wording;

namespace Sweet.Web.Books.Documents;

/// <summary>Numbers what an order's money has come to, in the transaction that saves it.</summary>
public static class IssuedDocuments
{
    /// <summary>
    /// The last thing before the save, and after every other lock: whoever wants the next number waits until this one is committed, or
    /// given back. The caller saves. May be repeated.
    /// </summary>
    public static Task IssueDocuments(this SweetDbContext db, Order order, DateTime nowUtc, CancellationToken ct) =>
        db.IssueDocuments([order], nowUtc, ct);

    /// <inheritdoc cref="IssueDocuments(SweetDbContext, Order, DateTime, CancellationToken)"/>
    /// <param name="orders">With their payments and refunds; they get their numbers in this order.</param>
    public static async Task IssueDocuments(
        this SweetDbContext db, IReadOnlyList<Order> orders, DateTime nowUtc, CancellationToken ct)
    {
        var ids = orders.Where(o => o.Id != 0).Select(o => o.Id).ToList();
        var issued = ids.Count == 0
            ? Enumerable.Empty<Document>().ToLookup(d => d.OrderId)
            : (await db.Documents.Where(d => ids.Contains(d.OrderId)).ToListAsync(ct)).ToLookup(d => d.OrderId);
        var missing = orders.Select(o => new MissingDocuments(o, [.. issued[o.Id]])).Where(m => !m.AreNone).ToList();
        if (missing.Count == 0) return;

        // All kinds at once, so that everybody takes them in the same order.
        await db.DocumentSeries.Lock(s => s.Last, ct);
        var series = await db.DocumentSeries.ToDictionaryAsync(s => s.Kind, ct);
        var restoredAtUtc = await db.Restorations.MaxAsync(r => (DateTime?)r.RestoredAtUtc, ct);
        var name = SeriesAt(nowUtc, restoredAtUtc);
        db.Documents.AddRange(missing.SelectMany(m => m.Issue(series, name, nowUtc)));
    }

    private static string SeriesAt(DateTime nowUtc, DateTime? restoredAtUtc)
    {
        var year = YearOf(nowUtc);
        return DocumentSeries.NameOf(year, restoredAtUtc is { } utc && YearOf(utc) == year ? utc : null);
    }

    private static int YearOf(DateTime utc) => ZonedTime.At(utc, Institute.TimeZone).Local.Year;
}
