using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;
using Sweet.Web.Email.Letters.Enrollments;

namespace Sweet.Web.Features.Students.EnrollmentDetails;

/// <summary>Saves what a student corrects of an enrollment.</summary>
public sealed class CorrectDetails(SweetDbContext db, Outbox outbox, ReturnedMail returnedMail, TimeProvider clock)
{
    // Locked: a new address must stay the only live one in its cohort.
    public Task<Correction> Correct(string token, DetailsForm form, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.LockByLink(token, ct) is not { IsLive: true } enrollment) return Correction.NoSuchEnrollment;

                var isHeld = enrollment.Status == EnrollmentStatus.Held;
                var typed = isHeld ? EmailAddress.Read(form.Email, out _) : null;
                if (isHeld && typed is null) return Correction.AddressMissing;
                if (typed is not null && await db.Enrollments.Whole().FindOtherLive(enrollment, typed.Key, ct) is { } other)
                    return await Refuse(other, transaction, ct);

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                enrollment.Describe(form.ToStudent(typed ?? enrollment.ToStudent().Email), Actor.Student, nowUtc);
                if (typed is not null && typed.Text != enrollment.Email) await Move(enrollment, typed, nowUtc, ct);
                if (isHeld) enrollment.Order.MakeOutTo(form.ToPayer());
                await transaction.SaveAndCommit(ct);
                return Correction.Saved;
            },
            ct);

    private async Task Move(Enrollment enrollment, EmailAddress email, DateTime nowUtc, CancellationToken ct)
    {
        var hasComeBack = await ReturnedMail.Has(db, enrollment, ct);
        db.RetiredLinks.AddRange(enrollment.RetireMailed(nowUtc));
        var (change, reversalToken) = EmailChange.Type(enrollment, email, Actor.Student, nowUtc);
        db.EmailChanges.Add(change);
        await outbox.Tell(new EmailChangeMadeLetter(change, reversalToken), nowUtc, ct);
        if (!hasComeBack) return;

        await returnedMail.Settle(enrollment, Actor.Student, nowUtc, ct);
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

public enum Correction
{
    NoSuchEnrollment,
    AddressMissing,
    AddressTaken,
    Saved,
}
