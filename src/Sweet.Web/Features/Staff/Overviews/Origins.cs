using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Overviews;

/// <summary>Where the registrations of four weeks began.</summary>
/// <param name="Title">Of the article; null for the pages of the courses themselves.</param>
/// <param name="Income">What was paid, less what went back or was lost to banks.</param>
public sealed record Origin(string? Slug, string? Title, int Registrations, int Confirmed, Money Income)
{
    private const int MostShown = 12;

    public static async Task<IReadOnlyList<Origin>> Since(SweetDbContext db, DateTime sinceUtc, CancellationToken ct)
    {
        var rows = await PartsOf(db, sinceUtc)
            .GroupBy(p => new { p.Slug, p.Currency })
            .Select(g => new
            {
                g.Key.Slug,
                g.Key.Currency,
                Title = db.Articles.Where(a => a.Slug == g.Key.Slug).Select(a => a.Title).FirstOrDefault(),
                Registrations = g.Sum(p => p.Registrations),
                Confirmed = g.Sum(p => p.Confirmed),
                Income = g.Sum(p => p.Income),
            })
            .OrderByDescending(r => r.Registrations)
            .Take(MostShown)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new Origin(r.Slug, r.Title ?? r.Slug, r.Registrations, r.Confirmed, new Money(r.Income, r.Currency))),
        ];
    }

    // One statement: each registration counts once, and so does each movement of its money.
    private static IQueryable<Part> PartsOf(SweetDbContext db, DateTime sinceUtc)
    {
        var orders =
            from e in db.Enrollments
            where e.CreatedAtUtc >= sinceUtc
            join o in db.Orders on e.Id equals o.EnrollmentId
            select new { e.ArticleSlug, e.Status, o.Id, o.Currency };
        return orders
            .Select(o => new Part
            {
                Slug = o.ArticleSlug,
                Currency = o.Currency,
                Registrations = 1,
                Confirmed = o.Status == EnrollmentStatus.Confirmed ? 1 : 0,
                Income = 0,
            })
            .Concat(
                from p in db.Payments
                where p.Status == PaymentStatus.Succeeded
                join o in orders on p.OrderId equals o.Id
                select new Part { Slug = o.ArticleSlug, Currency = p.Currency, Registrations = 0, Confirmed = 0, Income = p.AmountMinor })
            .Concat(
                from r in db.Refunds
                where r.Status == RefundStatus.Succeeded
                join o in orders on r.OrderId equals o.Id
                select new Part { Slug = o.ArticleSlug, Currency = r.Currency, Registrations = 0, Confirmed = 0, Income = -r.AmountMinor })
            .Concat(
                from d in db.Disputes
                where d.Status == DisputeStatus.Lost
                join o in orders on d.OrderId equals o.Id
                select new Part { Slug = o.ArticleSlug, Currency = d.Currency, Registrations = 0, Confirmed = 0, Income = -d.AmountMinor });
    }

    private sealed record Part
    {
        public string? Slug { get; init; }

        public required string Currency { get; init; }

        public required int Registrations { get; init; }

        public required int Confirmed { get; init; }

        public required long Income { get; init; }
    }
}
