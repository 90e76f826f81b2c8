using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Seats;

namespace Sweet.Web.Features.Staff.Waitlists;

public sealed class LinePages(SweetDbContext db, TimeProvider clock)
{
    private const int Size = 50;
    private const int Lately = 12;

    private IQueryable<WaitlistEntry> InLine => db.WaitlistEntries.AsNoTracking()
        .Where(e => e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered);

    /// <summary>The cohorts that somebody waits for, the earliest first.</summary>
    public async Task<Paged<WaitlistRow>> All(int page, CancellationToken ct)
    {
        var cohorts = db.Cohorts.AsNoTracking().Where(c => InLine.Any(e => e.CohortId == c.Id));
        var rows = await cohorts.OrderBy(c => c.FirstClassAtUtc).Skip((page - 1) * Size).Take(Size)
            .Select(c => new
            {
                Cohort = c,
                c.Course.Code,
                Offered = InLine.Count(e => e.CohortId == c.Id && e.Status == WaitlistStatus.Offered),
                Since = InLine.Where(e => e.CohortId == c.Id && e.Status == WaitlistStatus.Waiting).Min(e => e.JoinedAtUtc),
            })
            .ToListAsync(ct);
        return new Paged<WaitlistRow>(
            rows.ConvertAll(r => new WaitlistRow(
                r.Cohort.Id, CohortTitle.Of(r.Code, r.Cohort.FirstClassAtUtc, r.Cohort.TimeZone),
                r.Cohort.Waiting, r.Offered, r.Cohort.SeatsLeft, r.Since)),
            page, await cohorts.CountAsync(ct), Size);
    }

    public async Task<WaitlistPage?> Find(int cohortId, int page, CancellationToken ct)
    {
        var found = await db.Cohorts.AsNoTracking().Where(c => c.Id == cohortId)
            .Select(c => new
            {
                Cohort = c,
                c.Course.Code,
                InLine = InLine.Count(e => e.CohortId == c.Id),
            })
            .SingleOrDefaultAsync(ct);
        if (found is not { Cohort: var cohort }) return null;

        return new WaitlistPage(
            cohortId, CohortTitle.Of(found.Code, cohort.FirstClassAtUtc, cohort.TimeZone), cohort.TimeZone,
            (await SeatCounts.Of(db, [cohortId], ct)).SeatsOf(cohort), cohort.Waiting,
            new Paged<LineRow>(await Rows(cohortId, page, found.InLine - cohort.Waiting, ct), page, found.InLine, Size),
            await Before(cohortId, ct));
    }

    /// <summary>Somebody in line, for the page that asks why.</summary>
    public async Task<LineChangePage?> Change(int entryId, LineChangePage texts, CancellationToken ct)
    {
        var found = await db.WaitlistEntries.AsNoTracking().Where(e => e.Id == entryId)
            .Select(e => new { Entry = e, e.Cohort.Course.Code, e.Cohort.FirstClassAtUtc, e.Cohort.TimeZone }).SingleOrDefaultAsync(ct);
        return found is null ? null : texts with
        {
            CohortId = found.Entry.CohortId,
            Cohort = CohortTitle.Of(found.Code, found.FirstClassAtUtc, found.TimeZone),
            Name = found.Entry.FullName,
            Email = found.Entry.Email,
        };
    }

    /// <summary>Why no seat can be offered to this person now, or null.</summary>
    public async Task<WaitlistRefusal?> OfferRefusalFor(int entryId, CancellationToken ct) =>
        await db.WaitlistEntries.AsNoTracking().Include(e => e.Cohort).SingleOrDefaultAsync(e => e.Id == entryId, ct) is { } entry
            ? entry.Cohort.OfferRefusalFor(entry, clock.GetUtcNow().UtcDateTime)
            : null;

    // Offers stand first: they are the nearest to a seat.
    private async Task<IReadOnlyList<LineRow>> Rows(int cohortId, int page, int offers, CancellationToken ct)
    {
        var entries = await InLine.Where(e => e.CohortId == cohortId)
            .OrderBy(e => e.Status == WaitlistStatus.Offered ? 0 : 1).ThenBy(e => e.Position)
            .Skip((page - 1) * Size).Take(Size).ToListAsync(ct);
        var before = (page - 1) * Size;
        return
        [
            .. entries.Select((e, i) => new LineRow(
                e.Id, Math.Max(0, before + i + 1 - offers), e.FullName, e.Email, e.Status == WaitlistStatus.Offered, e.OfferEndsAtUtc,
                e.JoinedAtUtc ?? e.AskedAtUtc)
            {
                PaidById = e.PaidById,
            }),
        ];
    }

    private async Task<IReadOnlyList<LineNews>> Before(int cohortId, CancellationToken ct)
    {
        var entries = db.WaitlistEntries.Where(e => e.CohortId == cohortId);
        var news = await db.History.AsNoTracking()
            .Join(entries, h => h.WaitlistEntryId, e => e.Id, (h, e) => new { News = h, e.FirstName, e.LastName, e.Status })
            .OrderByDescending(n => n.News.Id).Take(Lately)
            .Select(n => new
            {
                n.News,
                n.FirstName,
                n.LastName,
                n.Status,
                By = n.News.ActorKind == ActorKind.Staff
                    ? db.Users.Where(m => m.Id == n.News.ActorReference).Select(m => m.Name).FirstOrDefault()
                    : null,
            })
            .ToListAsync(ct);
        return
        [
            .. news.Select((n, i) => new LineNews(
                n.News.WaitlistEntryId!.Value, $"{n.FirstName} {n.LastName}".TrimEnd(), n.News.Subject, n.News.From, n.News.To, n.News.Note,
                n.News.AtUtc, n.By)
            {
                CanUndo = i == 0 && n.Status == WaitlistStatus.Waiting,
            }),
        ];
    }
}
