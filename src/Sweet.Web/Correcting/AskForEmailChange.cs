using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;

namespace Sweet.Web.Correcting;

/// <summary>Emails a link to the new address and a notice to the old one. Changes nothing else.</summary>
public sealed class AskForEmailChange(SweetDbContext db, Outbox outbox, TimeProvider clock)
{
    public Task<EmailChangeAsked> Ask(string token, EmailAddress email, CancellationToken ct) =>
        db.InTransaction(async transaction => await Ask(await db.LockByLink(token, ct), email, Actor.Student, transaction, ct), ct);

    public Task<EmailChangeAsked> Ask(EnrollmentInCohort found, EmailAddress email, Actor by, CancellationToken ct) =>
        db.InTransaction(async transaction => await Ask(await db.LockEnrollment(found, ct), email, by, transaction, ct), ct);

    private async Task<EmailChangeAsked> Ask(
        Enrollment? enrollment, EmailAddress email, Actor by, SweetTransaction transaction, CancellationToken ct)
    {
        if (enrollment is null || !EmailChange.IsFor(enrollment)) return EmailChangeAsked.NotPossible;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var earlier = db.EmailChanges.Where(c => c.EnrollmentId == enrollment.Id);
        // A newer request replaces the older; pressed twice, it is the same request.
        var justNow = nowUtc - EmailChange.SameRequest;
        if (await earlier.OpenAt(nowUtc).AnyAsync(c => c.Email == email.Text && c.AskedAtUtc > justNow, ct))
            return EmailChangeAsked.Mailed;
        if (await IsTooOften(earlier, email, nowUtc, ct)) return EmailChangeAsked.TooOften;

        await earlier.LongOver(nowUtc).ExecuteDeleteAsync(ct);
        await earlier.OpenAt(nowUtc).ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAtUtc, nowUtc), ct);
        var change = new EmailChange(enrollment, email, nowUtc);
        if (!await Add(change, ct)) return EmailChangeAsked.TooOften;

        change.RecordAsking(by, nowUtc);
        await transaction.SaveAndCommit(ct);
        return EmailChangeAsked.Mailed;
    }

    // Two cohorts are not locked against each other: the limit of an address may be passed by one, that of an enrollment never.
    private async Task<bool> IsTooOften(IQueryable<EmailChange> earlier, EmailAddress email, DateTime nowUtc, CancellationToken ct) =>
        await earlier.AskedLately(nowUtc).CountAsync(ct) >= EmailChangeQueries.MostAnEnrollment
        || await db.EmailChanges.AskedLately(nowUtc).CountAsync(c => c.EmailKey == email.Key, ct) >= EmailChangeQueries.MostAnAddress;

    /// <returns>False if the new address gets no more mail today: then nothing was asked for.</returns>
    private async Task<bool> Add(EmailChange change, CancellationToken ct)
    {
        if (!await outbox.Tell(new EmailChangeAskedLetter(change), change.AskedAtUtc, ct)) return false;

        db.EmailChanges.Add(change);
        await outbox.Tell(new EmailChangeNoticeLetter(change), change.AskedAtUtc, ct);
        return true;
    }
}

public enum EmailChangeAsked
{
    Mailed,

    /// <summary>The enrollment has ended meanwhile, or its link was replaced.</summary>
    NotPossible,

    /// <summary>By this enrollment, or for this address.</summary>
    TooOften,
}
