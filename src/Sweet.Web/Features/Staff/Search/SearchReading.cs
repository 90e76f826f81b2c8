using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Search;

/// <summary>Finds people, cohorts and money by what staff have in their hands: a name, an address, a number, an id of Stripe.</summary>
public sealed class SearchReading(SweetDbContext db, TimeProvider clock)
{
    private const int MostHits = 20;
    private const int MostSigns = 100;

    /// <summary>So many cohorts are compared in memory; the newest first.</summary>
    private const int MostCohorts = 200;

    public async Task<SearchPage> For(string? typed, CancellationToken ct)
    {
        var text = TypedText.Clean(typed).CutTo(MostSigns);
        var words = FoldedText.WordsOf(text).Take(EnrollmentSearch.MostWords).ToList();
        var page = new SearchPage(text, words);
        if (page.IsEmpty) return page;

        var people = await People(words, ct);
        return page with
        {
            People = [.. people.Take(MostHits)],
            AreMorePeople = people.Count > MostHits,
            Cohorts = await Cohorts(words, ct),
            Money = await Money(text, ct),
        };
    }

    // Two steps: the first runs over an index alone, the second reads the few rows that are shown.
    private async Task<IReadOnlyList<PersonHit>> People(List<string> words, CancellationToken ct)
    {
        // Who is called just so comes first, then whose words begin so, then who is the newest.
        string[] nearest = [.. words.Select(word => $" {word} "), .. words.Select(word => $" {word}")];
        var found = nearest.Skip(1).Aggregate(
            db.Enrollments.FoundBy(words).OrderByDescending(e => e.SearchKey.Contains(nearest[0])),
            (sorted, part) => sorted.ThenByDescending(e => e.SearchKey.Contains(part)));
        var ids = await found.ThenByDescending(e => e.Id).Select(e => e.Id).Take(MostHits + 1).ToListAsync(ct);
        if (ids.Count == 0) return [];

        var hits = await db.Enrollments.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(e => new PersonHit
        {
            Id = e.Id,
            Name = e.FullName,
            CertificateName = e.CertificateName,
            Email = e.Email,
            Number = e.Number,
            Profession = e.Profession,
            LacksDetails = e.LacksDetails,
            LicenseNumber = e.LicenseNumber,
            Status = e.Status,
            Course = e.Cohort.Course.Code,
            FirstClassAtUtc = e.Cohort.FirstClassAtUtc,
            TimeZone = e.Cohort.TimeZone,
        }).ToListAsync(ct);
        return [.. hits.OrderBy(h => ids.IndexOf(h.Id))];
    }

    private async Task<IReadOnlyList<CohortHit>> Cohorts(List<string> words, CancellationToken ct)
    {
        var cohorts = await db.Cohorts.AsNoTracking().OrderByDescending(c => c.FirstClassAtUtc).Take(MostCohorts)
            .Select(c => new { Cohort = c, c.Course.Code, c.Course.Title })
            .ToListAsync(ct);
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        return
        [
            .. cohorts.Select(c => new
            {
                Hit = new CohortHit(
                    c.Cohort.Id, CohortTitle.Of(c.Code, c.Cohort.FirstClassAtUtc, c.Cohort.TimeZone), c.Cohort.Reference,
                    c.Cohort.PhaseAt(nowUtc), c.Cohort.Status),
                Key = FoldedText.Of(
                    $" {c.Code} {c.Title} {c.Cohort.Reference} {ZonedTime.At(c.Cohort.FirstClassAtUtc, c.Cohort.TimeZone).LongDate} "),
            })
            .Where(c => words.All(word => c.Key.Contains(word, StringComparison.Ordinal)))
            // The 2 of March 2 is in 2027 too: whose words are just these comes first.
            .OrderByDescending(c => words.Count(word => c.Key.Contains($" {word} ", StringComparison.Ordinal)))
            .Select(c => c.Hit).Take(MostHits),
        ];
    }

    // Stripe's ids are long and copied whole: each kind by its beginning, one statement over its index.
    private async Task<IReadOnlyList<MoneyHit>> Money(string id, CancellationToken ct)
    {
        var (rows, became) = id.Split('_')[0] switch
        {
            "pi" => (Of(db.Payments.Where(p => p.PaymentIntentId == id)), "paid"),
            "ch" or "py" => (Of(db.Payments.Where(p => p.ChargeId == id)), "paid"),
            "cs" => (db.Checkouts.Where(c => c.SessionId == id)
                .Select(c => new Row(c.Order.EnrollmentId, c.Order.Enrollment.FullName, c.AmountMinor, c.Currency, c.CreatedAtUtc)),
                "to be paid"),
            "re" or "pyr" => (db.Refunds.Where(r => r.StripeRefundId == id)
                .Select(r => new Row(r.Order.EnrollmentId, r.Order.Enrollment.FullName, r.AmountMinor, r.Currency, r.RequestedAtUtc)),
                "refunded"),
            "du" or "dp" => (db.Disputes.Where(d => d.StripeDisputeId == id)
                .Select(d => new Row(d.Order.EnrollmentId, d.Order.Enrollment.FullName, d.AmountMinor, d.Currency, d.OpenedAtUtc)),
                "contested"),
            _ => (null, ""),
        };
        if (rows is null) return [];

        return
        [
            .. (await rows.ToListAsync(ct))
                .Select(r => new MoneyHit(r.EnrollmentId, r.Name, $"{new Money(r.AmountMinor, r.Currency).Exact()} {became}", id, r.AtUtc)),
        ];
    }

    private static IQueryable<Row> Of(IQueryable<Payment> payments) =>
        payments.Select(p => new Row(p.Order.EnrollmentId, p.Order.Enrollment.FullName, p.AmountMinor, p.Currency, p.CreatedAtUtc));

    private sealed record Row(int EnrollmentId, string Name, long AmountMinor, string Currency, DateTime AtUtc);
}
