using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;
using Sweet.Web.Features.Students.EmailChanges;

namespace Sweet.Web.Features.Students.EmailChangeConfirmations;

public sealed class MakeEmailChange(SweetDbContext db, Outbox outbox, ReturnedMail returnedMail, TimeProvider clock)
{
    public Task<EmailChangeOutcome> Make(string token, CancellationToken ct) =>
        db.Move(c => c.Token == token, change => change.EmailKey, (change, otherLive) => Make(change, otherLive, ct), ct);

    private async Task<EmailChangeRefusal?> Make(EmailChange change, Enrollment? otherLive, CancellationToken ct)
    {
        if (change.MadeAtUtc is not null) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        if (change.RefusalFor(otherLive, nowUtc) is { } refusal) return refusal;

        await MoveEnrollment(change, nowUtc, ct);
        await returnedMail.Settle(change.Enrollment, Actor.Student, nowUtc, ct);
        await outbox.Tell(AddressCorrectedLetter.For(change.Enrollment, nowUtc), nowUtc, ct);
        return null;
    }

    private async Task MoveEnrollment(EmailChange change, DateTime nowUtc, CancellationToken ct)
    {
        var made = await db.EmailChanges.Where(c => c.EnrollmentId == change.EnrollmentId && c.MadeAtUtc != null).ToListAsync(ct);
        var lostAddress = change.Enrollment.Email;
        db.RetiredLinks.AddRange(change.Enrollment.RetireMailed(nowUtc));
        var reversalToken = change.Make(Actor.Student, nowUtc);
        var undone = made.Where(c => c.OldEmailKey == change.EmailKey && c.IsReversibleAt(nowUtc)).MinBy(c => c.Id);
        if (undone is null)
        {
            await outbox.Tell(new EmailChangeMadeLetter(change, reversalToken), nowUtc, ct);
            return;
        }

        // The earlier owner has it again: what others changed since, and this change, cannot be taken back.
        foreach (var since in made.Where(c => c.Id > undone.Id && c.OldEmailKey != change.EmailKey).Append(change))
            since.EndReversal(nowUtc);
        db.RetiredLinks.AddRange(change.Enrollment.ReplaceLinks(Actor.Student, nowUtc));
        await outbox.Tell(new LinksReplacedLetter(change.Enrollment), nowUtc, ct);
        await outbox.Tell(new EmailChangeReversedLetter(change, lostAddress), nowUtc, ct);
    }
}
