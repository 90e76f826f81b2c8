using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Cohorts;

namespace Sweet.Web.Workers.Cohorts;

/// <summary>Writes the emails of a message to a cohort, one row after the other: whatever stops it, it goes on where it was.</summary>
public sealed partial class CohortMessagesWork(
    SweetDbContext db, Outbox outbox, WorkerTurn turn, TimeProvider clock, ILogger<CohortMessagesWork> log) : IWork
{
    private const int Batch = 200;

    public string Name => "cohort messages";

    public async Task RunOnce(CancellationToken ct)
    {
        var waiting = await db.CohortRecipients.Where(r => r.DoneAtUtc == null)
            .OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(ct);
        foreach (var recipientId in waiting)
        {
            try
            {
                await Write(recipientId, ct);
            }
            catch (Exception exception) when (exception.LetsOthersGoOn())
            {
                Failed(recipientId, exception);
            }
        }
    }

    private Task Write(int recipientId, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                await turn.Insist(ct);
                var recipient = await db.CohortRecipients.SingleAsync(r => r.Id == recipientId, ct);
                if (recipient.DoneAtUtc is not null) return;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                recipient.Finish(await Email(recipient, nowUtc, ct), nowUtc);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    // To the address that it has by now, and to nobody who has given the seat back since.
    private async Task<Message?> Email(CohortRecipient recipient, DateTime nowUtc, CancellationToken ct)
    {
        var written = await db.CohortMessages.AsNoTracking().SingleAsync(m => m.Id == recipient.CohortMessageId, ct);
        var enrollment = await db.Enrollments.AtOnce().SingleAsync(e => e.Id == recipient.EnrollmentId, ct);
        if (!enrollment.IsLive) return null;

        var letter = new CohortMessageLetter(enrollment, written);
        if (!await outbox.Tell(letter, nowUtc, ct)) return null;

        return db.Messages.Local.FirstOrDefault(m => m.Fact == letter.Fact)
            ?? await db.Messages.SingleAsync(m => m.Fact == letter.Fact, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recipient {RecipientId} of a message to a cohort could not be told; it waits")]
    private partial void Failed(int recipientId, Exception exception);
}
