using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Overviews;

/// <summary>Where the registrations of four weeks began.</summary>
/// <param name="Title">Of the article; null for the pages of the courses themselves.</param>
public sealed record Origin(string? Slug, string? Title, int Registrations, int Confirmed, Money Income)
{
    private const int MostShown = 12;

    public static async Task<IReadOnlyList<Origin>> Since(SweetDbContext db, DateTime sinceUtc, CancellationToken ct)
    {
        var rows = await (
            from e in db.Enrollments
            where e.CreatedAtUtc >= sinceUtc
            join o in db.Orders on e.Id equals o.EnrollmentId
            join a in db.Articles on e.ArticleSlug equals a.Slug into articles
            from a in articles.DefaultIfEmpty()
            group new
            {
                Confirmed = e.Status == EnrollmentStatus.Confirmed ? 1 : 0,
                Income = e.Status == EnrollmentStatus.Confirmed ? o.TotalMinor : 0,
            }
            by new { e.ArticleSlug, a.Title, o.Currency } into g
            orderby g.Count() descending
            select new { g.Key, Count = g.Count(), Confirmed = g.Sum(e => e.Confirmed), Income = g.Sum(e => e.Income) })
            .Take(MostShown)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new Origin(
                r.Key.ArticleSlug, r.Key.Title ?? r.Key.ArticleSlug, r.Count, r.Confirmed, new Money(r.Income, r.Key.Currency))),
        ];
    }
}
