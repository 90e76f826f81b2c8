using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Vouchers;
using Sweet.Web.Data;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>Reads what stands beside the form, fresh: no cache may say that a seat is free.</summary>
public sealed class NewEnrollmentPages(SweetDbContext db, IOptions<EnrollmentOptions> options, TimeProvider clock)
{
    /// <returns>Null if there is no such cohort, or none that a visitor may know of.</returns>
    public async Task<NewEnrollmentPage?> Read(string reference, string? code, Client client, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        // Of the course its name alone: its texts are on its own page.
        var found = await db.Cohorts.Public().AsNoTracking().Where(c => c.Reference == reference)
            .Select(c => new
            {
                Cohort = c,
                c.Course.Slug,
                c.Course.Title,
                c.Course.Kind,
                Classes = c.Meetings.OrderBy(m => m.Number).Select(m => new ClassTime(m.StartsAtUtc, m.EndsAtUtc)).ToList(),
            })
            .SingleOrDefaultAsync(ct);
        if (found is not { Cohort: var cohort }) return null;

        var resume = client.BrowserKey is { } key ? await HeldBy(key, cohort.Id, ct) : null;
        return new NewEnrollmentPage(
            cohort.Reference, found.Slug, found.Title, found.Kind, cohort.PhaseAt(nowUtc), cohort.SeatsOpen, cohort.PriceAt(nowUtc),
            options.Value.HoldMinutes, new ClassTimes(cohort.TimeZone, found.Classes), resume)
        {
            Voucher = string.IsNullOrWhiteSpace(code) ? null : await Shown(code, cohort, nowUtc, ct),
        };
    }

    private async Task<ShownVoucher> Shown(string code, Cohort cohort, DateTime nowUtc, CancellationToken ct)
    {
        var claim = await db.FindVoucher(code, emailKey: null, ct);
        var refusal = claim is null ? VoucherRefusal.Unknown : claim.RefusalFor(cohort, nowUtc);
        return new ShownVoucher(claim?.Voucher.Code ?? code, refusal is null ? claim!.Voucher.Terms : null, refusal);
    }

    // Asked for the browser alone, which has few: with the state in the question the database reads all held seats.
    private async Task<string?> HeldBy(string browserKey, int cohortId, CancellationToken ct)
    {
        var ofBrowser = await db.Enrollments.Where(e => e.BrowserKey == browserKey)
            .Select(e => new { e.CohortId, e.Status, e.LinkToken }).ToListAsync(ct);
        return ofBrowser.Find(e => e.CohortId == cohortId && e.Status == EnrollmentStatus.Held)?.LinkToken;
    }
}
