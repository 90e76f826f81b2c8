using Microsoft.EntityFrameworkCore;
using Sweet.Domain.ByHand;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.Rosters;

/// <summary>Who is in a cohort: counted, sorted and cut by the database.</summary>
public sealed class RosterReading(SweetDbContext db)
{
    private const int PageSize = 50;

    /// <param name="staffId">Whose columns are shown.</param>
    public async Task<RosterPage?> Page(int cohortId, RosterQuery query, int number, string staffId, CancellationToken ct)
    {
        if (await Cohort(cohortId, ct) is not { } cohort) return null;

        var found = query.Found(db.Enrollments.AsNoTracking(), cohortId);
        var shown = query.Shown(found);
        var chips = await Chips(found, ct);
        var total = (chips.FirstOrDefault(c => c.State == query.State) ?? chips[0]).Count ?? await shown.CountAsync(ct);
        // Which ones is found in an index alone; only the rows of the page are read.
        var ids = await query.Sorted(shown).Select(e => e.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var rows = await Rows(db.Enrollments.AsNoTracking().Where(e => ids.Contains(e.Id))).ToListAsync(ct);
        var people = new Paged<RosterRow>([.. rows.OrderBy(r => ids.IndexOf(r.Id))], number, total, PageSize);
        var kept = await db.Users.Where(m => m.Id == staffId).Select(m => m.RosterColumns).SingleOrDefaultAsync(ct);
        return new RosterPage(cohort, query, chips, people)
        {
            Columns = RosterColumnText.Read(kept),
        };
    }

    /// <summary>All of it at once, for a file or a list of names.</summary>
    public async Task<RosterPage?> Whole(int cohortId, RosterQuery query, CancellationToken ct)
    {
        if (await Cohort(cohortId, ct) is not { } cohort) return null;

        var rows = await Rows(query.Sorted(query.Shown(query.Found(db.Enrollments.AsNoTracking(), cohortId)))).ToListAsync(ct);
        var all = new Paged<RosterRow>(rows, 1, rows.Count, Math.Max(1, rows.Count));
        return new RosterPage(cohort, query, [new RosterChip("", "All", rows.Count)], all);
    }

    private async Task<RosterCohort?> Cohort(int id, CancellationToken ct)
    {
        var found = await db.Cohorts.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.Reference, c.Course.Code, c.FirstClassAtUtc, c.TimeZone, c.Capacity, c.SeatsTaken })
            .SingleOrDefaultAsync(ct);
        return found is null
            ? null
            : new RosterCohort(
                id, found.Reference, CohortTitle.Of(found.Code, found.FirstClassAtUtc, found.TimeZone), found.TimeZone, found.Capacity,
                found.SeatsTaken);
    }

    private static async Task<IReadOnlyList<RosterChip>> Chips(IQueryable<Enrollment> found, CancellationToken ct)
    {
        var counts = await found.GroupBy(e => e.Status).Select(g => new { Status = g.Key, Count = g.Count() }).ToListAsync(ct);
        return
        [
            new RosterChip("", "All", counts.Sum(c => c.Count)),
            .. Enum.GetValues<EnrollmentStatus>().Select(s => new RosterChip(
                s.ToString().ToLowerInvariant(), s.InWords(), counts.Where(c => c.Status == s).Sum(c => c.Count))),
            new RosterChip(RosterQuery.Needs, "Asks for something", Count: null),
            new RosterChip(RosterQuery.Payer, "Payer is someone else", Count: null),
        ];
    }

    private IQueryable<RosterRow> Rows(IQueryable<Enrollment> enrollments) => enrollments.Select(e => new RosterRow
    {
        Id = e.Id,
        FirstName = e.FirstName,
        LastName = e.LastName,
        CertificateName = e.CertificateName,
        Email = e.Email,
        Number = e.Number,
        Status = e.Status,
        ExpiredWhy = e.ExpiredWhy,
        CancelledWhy = e.CancelledWhy,
        Profession = e.Profession,
        LacksDetails = e.LacksDetails,
        LicenseNumber = e.LicenseNumber,
        LicenseState = e.LicenseState,
        Currency = e.Order.Currency,
        PaidMinor = db.Payments.Where(p => p.OrderId == e.Order.Id && p.Status == PaymentStatus.Succeeded && p.Currency == e.Order.Currency)
            .Sum(p => (long?)p.AmountMinor) ?? 0,
        CreditMinor = e.TransferredFromId == null ? null
            : -e.Order.Lines.Where(l => l.Kind == OrderLineKind.TransferCredit).Sum(l => (long?)l.AmountMinor),
        CreatedAtUtc = e.CreatedAtUtc,
        HeardFrom = e.HeardFrom,
        ArticleSlug = e.ArticleSlug,
        HasNeed = e.Accommodation != null,
        HasOpenCase = db.OpenCases.Any(c => c.OrderId == e.Order.Id && c.ResolvedAtUtc == null),
        IsInLine = db.WaitlistEntries.Any(w => w.PaidById == e.Id),
        PayerName = e.Order.PayerName,
        IsInvoiced = db.Orders.UnpaidInvoices().Any(o => o.EnrollmentId == e.Id),
    });
}
