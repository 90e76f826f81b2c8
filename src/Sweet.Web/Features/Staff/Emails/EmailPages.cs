using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Emails;

public sealed class EmailPages(SweetDbContext db)
{
    private const int Size = 50;

    public async Task<EmailsPage> List(EmailFilter filter, int number, CancellationToken ct)
    {
        var states = await db.Messages.GroupBy(m => m.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var found = filter.Of(db.Messages);
        var total = await found.CountAsync(ct);
        var rows = await Rows(found.OrderByDescending(m => m.Id).Skip((number - 1) * Size).Take(Size)).ToListAsync(ct);
        var chips = Enum.GetValues<EmailState>().Select(state => new EmailChip(
            state, states.Where(s => state == EmailState.All || EmailStates.Of(s.Key) == state).Sum(s => s.Count)));
        return new EmailsPage(filter, [.. chips], new Paged<EmailRow>(rows, number, total, Size));
    }

    public async Task<EmailPage?> Find(int id, CancellationToken ct)
    {
        if (await Rows(db.Messages.Where(m => m.Id == id)).SingleOrDefaultAsync(ct) is not { } email) return null;

        var subject = $"Email {id}";
        var again = await db.History.Where(h => h.Subject == subject).OrderByDescending(h => h.Id).Take(10)
            .Select(h => new EmailAgain(
                h.AtUtc, db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault() ?? "staff"))
            .ToListAsync(ct);
        return new EmailPage(email, again);
    }

    private IQueryable<EmailRow> Rows(IQueryable<Message> messages) => messages.AsNoTracking().Select(m => new EmailRow
    {
        Id = m.Id,
        Kind = m.Kind,
        Recipient = m.Recipient,
        To = m.ToAddress,
        Subject = m.Subject,
        Status = m.Status,
        QueuedAtUtc = m.QueuedAtUtc,
        NextAttemptAtUtc = m.NextAttemptAtUtc,
        Attempts = m.Attempts,
        SentAtUtc = m.SentAtUtc,
        DeliveredAtUtc = m.DeliveredAtUtc,
        ReturnedAtUtc = m.ReturnedAtUtc,
        WithheldWhy = m.WithheldWhy,
        Failure = m.Failure,
        EnrollmentId = m.EnrollmentId,
        Number = db.Enrollments.Where(e => e.Id == m.EnrollmentId).Select(e => e.Number).FirstOrDefault(),
    });
}
