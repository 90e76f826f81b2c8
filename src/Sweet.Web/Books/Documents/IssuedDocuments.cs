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
    public static async Task IssueDocuments(this SweetDbContext db, Order order, DateTime nowUtc, CancellationToken ct)
    {
        var missing = new MissingDocuments(order, await db.Documents.Where(d => d.OrderId == order.Id).ToListAsync(ct));
        if (missing.AreNone) return;

        // All kinds at once, so that everybody takes them in the same order.
        await db.DocumentSeries.Lock(s => s.Last, ct);
        var series = await db.DocumentSeries.ToDictionaryAsync(s => s.Kind, ct);
        var restoredAtUtc = await db.Restorations.MaxAsync(r => (DateTime?)r.RestoredAtUtc, ct);
        db.Documents.AddRange(missing.Issue(series, SeriesAt(nowUtc, restoredAtUtc), nowUtc));
    }

    private static string SeriesAt(DateTime nowUtc, DateTime? restoredAtUtc)
    {
        var year = YearOf(nowUtc);
        return DocumentSeries.NameOf(year, restoredAtUtc is { } utc && YearOf(utc) == year ? utc : null);
    }

    private static int YearOf(DateTime utc) => ZonedTime.At(utc, Institute.TimeZone).Local.Year;
}
