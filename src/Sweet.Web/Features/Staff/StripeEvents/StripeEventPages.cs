using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Settlements;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.StripeEvents;

public sealed class StripeEventPages(SweetDbContext db)
{
    private const int Size = 50;

    public async Task<StripeEventsPage> List(StripeEventFilter filter, int number, CancellationToken ct)
    {
        var found = filter.Of(db.StripeEvents.AsNoTracking());
        var total = await found.CountAsync(ct);
        var rows = await found.OrderByDescending(e => e.Id).Skip((number - 1) * Size).Take(Size).Select(e => RowOf(e)).ToListAsync(ct);
        return new StripeEventsPage(filter, new Paged<StripeEventRow>(rows, number, total, Size));
    }

    public async Task<StripeEventPage?> Find(int id, CancellationToken ct)
    {
        if (await db.StripeEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } taken) return null;

        var subject = StripeEventHistory.SubjectOf(id);
        var again = await db.History.Where(h => h.Subject == subject).OrderByDescending(h => h.Id).Take(10)
            .Select(h => new ProcessedAgain(
                h.AtUtc, db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault() ?? "staff"))
            .ToListAsync(ct);
        return new StripeEventPage(RowOf(taken), again);
    }

    private static StripeEventRow RowOf(StripeEvent taken) => new(
        taken.Id, taken.EventId, taken.Type, taken.ObjectId, taken.Outcome, taken.TakenInAtUtc);
}
