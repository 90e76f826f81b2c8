using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;
using Sweet.Web.Email.Letters.Enrollments;

namespace Sweet.Web.Correcting;

/// <summary>Saves what is corrected of an enrollment, by its student or by staff: the same rules for both.</summary>
public sealed class CorrectDetails(SweetDbContext db, Outbox outbox, ReturnedMail returnedMail, TimeProvider clock)
{
    public Task<Correction> Correct(string token, CorrectedDetails details, CancellationToken ct) =>
        db.InTransaction(
            async transaction => await Correct(await db.LockByLink(token, ct), details, Actor.Student, transaction, ct), ct);

    public Task<Correction> Correct(EnrollmentInCohort found, CorrectedDetails details, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction => await Correct(await db.LockEnrollment(found, ct), details, by, transaction, ct), ct);

    // Locked: a new address must stay the only live one in its cohort.
    private async Task<Correction> Correct(
        Enrollment? enrollment, CorrectedDetails details, Actor by, SweetTransaction transaction, CancellationToken ct)
    {
        if (enrollment is not { IsLive: true, ErasedAtUtc: null }) return Correction.NoSuchEnrollment;
        if (details.Seen is { } seen && seen != DetailsMark.Of(enrollment)) return Correction.ChangedMeanwhile;

        var isHeld = enrollment.Status == EnrollmentStatus.Held;
        var typed = isHeld ? details.Email : null;
        if (isHeld && typed is null) return Correction.AddressMissing;
        if (typed is not null && await db.Enrollments.Whole().FindOtherLive(enrollment, typed.Key, ct) is { } other)
            return await Refuse(other, transaction, ct);

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        enrollment.Describe(details.ToStudent(typed ?? enrollment.ToStudent().Email), by, nowUtc);
        if (typed is not null && typed.Text != enrollment.Email) await Move(enrollment, typed, by, nowUtc, ct);
        if (isHeld)
        {
            enrollment.RecordPayer(enrollment.Order.PayerName, details.Payer?.Name, by, nowUtc);
            enrollment.Order.MakeOutTo(details.Payer);
        }

        await transaction.SaveAndCommit(ct);
        return Correction.Saved;
    }

    private async Task Move(Enrollment enrollment, EmailAddress email, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var hasComeBack = await ReturnedMail.Has(db, enrollment, ct);
        db.RetiredLinks.AddRange(enrollment.RetireMailed(nowUtc));
        var (change, reversalToken) = EmailChange.Type(enrollment, email, by, nowUtc);
        db.EmailChanges.Add(change);
        await outbox.Tell(new EmailChangeMadeLetter(change, reversalToken), nowUtc, ct);
        if (!hasComeBack) return;

        await returnedMail.Settle(enrollment, by, nowUtc, ct);
        await outbox.Tell(AddressCorrectedLetter.For(enrollment, nowUtc), nowUtc, ct);
    }

    // As at registration: the owner of the address is told, and nothing else is saved.
    private async Task<Correction> Refuse(Enrollment other, SweetTransaction transaction, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await outbox.Tell(new AlreadyEnrolledLetter(other, nowUtc), nowUtc, ct);
        await transaction.SaveAndCommit(ct);
        return Correction.AddressTaken;
    }
}

/// <param name="Email">As typed; counts only while the seat is held.</param>
/// <param name="ToStudent">Of the address that was typed, or of the one that stays.</param>
public sealed record CorrectedDetails(EmailAddress? Email, Func<EmailAddress, Student> ToStudent, Payer? Payer)
{
    /// <summary>What the form was filled with, by <see cref="DetailsMark"/>; null: whatever stands there is replaced.</summary>
    public string? Seen { get; init; }
}

public enum Correction
{
    NoSuchEnrollment,
    AddressMissing,
    AddressTaken,

    /// <summary>Somebody else has corrected them since they were read.</summary>
    ChangedMeanwhile,
    Saved,
}
