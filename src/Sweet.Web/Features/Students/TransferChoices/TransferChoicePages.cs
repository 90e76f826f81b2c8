using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Seating;

namespace Sweet.Web.Features.Students.TransferChoices;

public sealed class TransferChoicePages(SweetDbContext db, IOptions<SeatingOptions> options, TimeProvider clock)
{
    /// <returns>Null if the link opens nothing, or nothing was ever offered.</returns>
    public async Task<TransferChoicePage?> Read(string token, CancellationToken ct)
    {
        if (await db.Enrollments.AtOnce().OpenedBy(token).SingleOrDefaultAsync(ct) is not { } from) return null;

        await db.ShowEarlierSeats(from, ct);
        var offer = await db.TransferOffers.AsNoTracking().Where(o => o.EnrollmentId == from.Id)
            .OrderByDescending(o => o.Id).FirstOrDefaultAsync(ct);
        if (offer is null) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var successor = await db.Enrollments.AsNoTracking().Live().FirstOrDefaultAsync(e => e.TransferredFromId == from.Id, ct);
        var page = new TransferChoicePage(token, from.Number, from.Cohort.Course.Title, from.Cohort.TimeZone)
        {
            FirstClassAtUtc = from.Cohort.FirstClassAtUtc,
            EndsAtUtc = offer.EndsAtUtc,
            HoldHours = options.Value.TransferHours,
            IsOver = !offer.IsOpenAt(nowUtc) || from.TransferRefusalFor(successor) is not null,
        };
        return page.IsOver ? page : page with { Choices = await Choices(from, offer, nowUtc, ct) };
    }

    private async Task<IReadOnlyList<TransferChoice>> Choices(
        Enrollment from, TransferOffer offer, DateTime nowUtc, CancellationToken ct)
    {
        var ids = offer.CohortIds.ToList();
        var cohorts = await db.Cohorts.AsNoTracking().Include(c => c.Course).Include(c => c.Meetings)
            .Where(c => ids.Contains(c.Id)).OrderBy(c => c.FirstClassAtUtc).ToListAsync(ct);
        var begun = from.ClassesCountedAt(nowUtc);
        return [.. cohorts.Select(c => ChoiceOf(from, c, begun, nowUtc))];
    }

    // Whether the address has a seat there is asked with the press: it is theirs, and rare.
    private static TransferChoice ChoiceOf(Enrollment from, Cohort to, int begun, DateTime nowUtc) => new(
        to.Id, to.Course.Title, to.TimeZone, to.FirstClassAtUtc, to.LastClassEndsAtUtc, to.Meetings.Count,
        TransferQuote.For(from.Order, to, begun, nowUtc), from.TransferRefusalInto(to, live: null, nowUtc) is null);
}
