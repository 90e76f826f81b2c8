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

/// <summary>Puts the old address of an enrollment back, gives it new links, and emails them there only.</summary>
public sealed class ReverseEmailChange(SweetDbContext db, EndHold endHold, Outbox outbox, ReturnedMail returnedMail, TimeProvider clock)
{
    public async Task<EmailChangeOutcome> Reverse(string token, CancellationToken ct)
    {
        var hash = RetiredLink.HashOf(token);
        await EndUnpaid(hash, ct);
        while (true)
        {
            await ExpirePages(hash, ct);
            var isPayable = false;
            var outcome = await db.Move(
                c => c.ReversalHash == hash,
                change => change.OldEmailKey!,
                async (change, otherLive) =>
                {
                    // Another page was opened meanwhile, by the link that ends here.
                    isPayable = IsReversible(change) && change.Enrollment.Order.OpenCheckout is not null;
                    return isPayable ? EmailChangeRefusal.Over : await Reverse(change, otherLive, ct);
                },
                ct);
            if (!isPayable) return outcome;
        }
    }

    // Whoever loses the seat may stand before it: first it can be paid no more.
    private async Task ExpirePages(string hash, CancellationToken ct)
    {
        var change = await db.EmailChanges.AsNoTracking().SingleOrDefaultAsync(c => c.ReversalHash == hash, ct);
        if (change is not null && IsReversible(change)) await endHold.ExpirePages(change.EnrollmentId, ct);
    }

    private bool IsReversible(EmailChange change) => change.IsReversibleAt(clock.GetUtcNow().UtcDateTime);

    // Anybody can hold an unpaid seat in the name of the old address, without an email to it: that must not keep its owner out.
    private async Task EndUnpaid(string hash, CancellationToken ct)
    {
        var change = await db.EmailChanges.AsNoTracking().Include(c => c.Enrollment).SingleOrDefaultAsync(c => c.ReversalHash == hash, ct);
        if (change is not { Enrollment.IsLive: true } || !IsReversible(change)) return;

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
        foreach (var starting in enrollment.Order.Checkouts)
            starting.Fail("Given up: the address was taken back.", Actor.Student, nowUtc);
        db.RetiredLinks.AddRange(enrollment.RetireMailed(nowUtc));
        db.RetiredLinks.AddRange(change.Reverse(Actor.Student, nowUtc));
        await returnedMail.Settle(enrollment, Actor.Student, nowUtc, ct);
        await outbox.Tell(new LinksReplacedLetter(enrollment), nowUtc, ct);
        await outbox.Tell(new EmailChangeReversedLetter(change, lostAddress), nowUtc, ct);
    }
}
