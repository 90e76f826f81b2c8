using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Books;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Hosting;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Books.Documents;

/// <summary>Reads numbered documents for whoever may see them: the caller says which.</summary>
public sealed class DocumentReading(SweetDbContext db, IOptions<SiteOptions> site)
{
    /// <summary>Behind a student's link, typed or emailed: those of its seat, and of the one that it was transferred from.</summary>
    public async Task<ShownDocument?> FindBehind(string token, string number, CancellationToken ct)
    {
        var seats = await db.Enrollments.OpenedBy(token).Select(e => new { e.Id, e.TransferredFromId }).ToListAsync(ct);
        var ids = seats.SelectMany(s => new[] { s.Id, s.TransferredFromId ?? s.Id }).ToList();
        return await Find(number, d => ids.Contains(d.Order.EnrollmentId), ct);
    }

    /// <param name="mine">What the reader may see.</param>
    /// <returns>Null if there is no such number among them.</returns>
    public async Task<ShownDocument?> Find(string number, Expression<Func<Document, bool>> mine, CancellationToken ct)
    {
        var found = await db.Documents.AsNoTracking().Where(mine).Where(d => d.Number == number)
            .Select(d => new { Document = d, d.Order.EnrollmentId, RefersTo = d.RefersTo!.Number }).SingleOrDefaultAsync(ct);
        if (found is null) return null;

        var enrollment = await db.Enrollments.AtOnce().SingleAsync(e => e.Id == found.EnrollmentId, ct);
        var others = await db.Documents.AsNoTracking().Where(d => d.OrderId == enrollment.Order.Id && d.Number != number)
            .Listed().ToListAsync(ct);
        var text = DocumentText.Of(found.Document, enrollment, found.RefersTo, Issuer.Of(site.Value));
        return new ShownDocument(text, enrollment.Number, others)
        {
            EnrollmentId = enrollment.Id,
            StudentName = enrollment.FullName,
        };
    }
}

/// <param name="Others">Of the same enrollment.</param>
public sealed record ShownDocument(DocumentText Text, string EnrollmentNumber, IReadOnlyList<ListedDocument> Others)
{
    public required int EnrollmentId { get; init; }

    public required string StudentName { get; init; }
}

public sealed record ListedDocument(DocumentKind Kind, string Number)
{
    public string Title => DocumentText.TitleOf(Kind, Number);
}

public static class DocumentQueries
{
    public static IQueryable<ListedDocument> Listed(this IQueryable<Document> documents) =>
        documents.OrderBy(d => d.Id).Select(d => new ListedDocument(d.Kind, d.Number));
}
