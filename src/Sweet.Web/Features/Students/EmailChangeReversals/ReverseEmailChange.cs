using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Addresses;
using Sweet.Web.Features.Students.EmailChanges;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Features.Students.EmailChangeReversals;

/// <summary>Puts the old address of an enrollment back, gives it new links, and mails them there only.</summary>
public sealed class ReverseEmailChange(SweetDbContext db, EndHold endHold, Outbox outbox, ReturnedMail returnedMail, TimeProvider clock)
{
    public async Task<EmailChangeOutcome> Reverse(string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        await EndUnpaid(hash, ct);
        return await db.Move(
            c => c.ReversalHash == hash, change => change.OldEmailKey!, (change, otherLive) => Reverse(change, otherLive, ct), ct);
    }

    // Anybody can hold an unpaid seat in the name of the old address, without a mail to it: that must not keep its owner out.
    private async Task EndUnpaid(string hash, CancellationToken ct)
    {
        var change = await db.EmailChanges.AsNoTracking().Include(c => c.Enrollment).SingleOrDefaultAsync(c => c.ReversalHash == hash, ct);
        if (change is not { Enrollment.IsLive: true } || !change.IsReversibleAt(clock.GetUtcNow().UtcDateTime)) return;

        var other = await db.Enrollments.AsNoTracking().FindOtherLive(change.Enrollment, change.OldEmailKey!, ct);
        if (other is { Status: EnrollmentStatus.Held }) await EndIfStripeAgrees(other.Id, ct);
    }

    private async Task EndIfStripeAgrees(int enrollmentId, CancellationToken ct)
    {
        try
        {
            await endHold.EndEarly(enrollmentId, ExpiryReason.AddressTakenBack, ct);
        }
        catch (StripeUnavailableException)
        {
            // The seat stays, and the page says that the address has another seat; the button works again later.
        }
    }

    private async Task<EmailChangeRefusal?> Reverse(EmailChange change, Enrollment? otherLive, CancellationToken ct)
    {
        if (change.ReversedAtUtc is not null) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        if (change.ReversalRefusalFor(otherLive, nowUtc) is { } refusal) return refusal;

        await TakeBack(change, nowUtc, ct);
        return null;
    }

    private async Task TakeBack(EmailChange change, DateTime nowUtc, CancellationToken ct)
    {
        var enrollment = change.Enrollment;
        var lostAddress = enrollment.Email;
        // What was changed or asked for since may be a thief's: it can neither be made nor be taken back.
        await db.EmailChanges.Where(c => c.EnrollmentId == enrollment.Id && c.Id > change.Id && c.EndedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAtUtc, nowUtc), ct);
        db.RetiredLinks.AddRange(change.Reverse(Actor.Student, nowUtc));
        await returnedMail.Settle(enrollment, Actor.Student, nowUtc, ct);
        await outbox.Tell(new LinksReplacedLetter(enrollment), nowUtc, ct);
        await outbox.Tell(new EmailChangeReversedLetter(change, lostAddress), nowUtc, ct);
    }
}
