using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;

namespace Sweet.Web.Correcting;

/// <summary>Gives an enrollment new secrets, remembers the hashes of the old ones, and emails the new link.</summary>
public sealed class ReplaceLinks(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <returns>Null if the old link opens nothing.</returns>
    public Task<NewLink?> Replace(string token, CancellationToken ct) =>
        db.InTransaction<NewLink?>(
            async transaction =>
            {
                if (await db.LockByLink(token, ct) is not { } enrollment) return null;

                await Replace(enrollment, Actor.Student, ct);
                await transaction.SaveAndCommit(ct);
                return new NewLink(enrollment.LinkToken, IsMailed: enrollment.MailedToken is null);
            },
            ct);

    /// <returns>False if its address gets no more emails today: then nothing is replaced, since nobody would have the new link.</returns>
    public Task<bool> Replace(EnrollmentInCohort found, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found, ct);
                if (!await Replace(enrollment, by, ct))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }

                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);

    private async Task<bool> Replace(Enrollment enrollment, Actor by, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        db.RetiredLinks.AddRange(enrollment.ReplaceLinks(by, nowUtc));
        // Whoever asked for another address by the old link may be the reason for the new one.
        await db.EmailChanges.OpenAt(nowUtc).Where(c => c.EnrollmentId == enrollment.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAtUtc, nowUtc), ct);
        return await outbox.Tell(new LinksReplacedLetter(enrollment), nowUtc, ct);
    }
}

/// <param name="IsMailed">False where the address keeps another one: then this one is the browser's alone.</param>
public sealed record NewLink(string Token, bool IsMailed);
