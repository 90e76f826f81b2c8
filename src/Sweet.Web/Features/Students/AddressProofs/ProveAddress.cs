using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Features.Students.Enrollments;
using Sweet.Web.Payments;
using Sweet.Web.Settling;

namespace Sweet.Web.Features.Students.AddressProofs;

/// <summary>
/// Whoever acts by the link that was emailed to the address of an enrollment has it alone from then on: every action that
/// posts by a link asks this first. Opening the link proves nothing, since email scanners open every link.
/// </summary>
public sealed class ProveAddress(SweetDbContext db, EndHold endHold, TimeProvider clock)
{
    /// <summary>Nothing where the token is the only link of its enrollment, the browser's, or none.</summary>
    /// <exception cref="StripeUnavailableException">A payment page may still be open to somebody else: nothing was changed.</exception>
    public async Task By(string token, Client client, CancellationToken ct)
    {
        var isProven = false;
        while (!isProven)
        {
            if (await db.FindInCohort(e => e.MailedToken == token, ct) is not { } found) return;

            // Whoever has the other link may stand before it: first it can be paid no more.
            await endHold.ExpirePages(found.EnrollmentId, ct);
            isProven = await Prove(found, token, client, ct);
        }
    }

    /// <returns>False if another payment page was opened meanwhile.</returns>
    private Task<bool> Prove(EnrollmentInCohort found, string token, Client client, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found, ct);
                if (enrollment.MailedToken != token) return true;
                if (enrollment.Order.OpenCheckout is not null) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                foreach (var starting in enrollment.Order.Checkouts)
                    starting.Fail("Given up: the seat has one link now.", Actor.Student, nowUtc);
                var isAnother = client.BrowserKey is null || client.BrowserKey != enrollment.BrowserKey;
                db.RetiredLinks.AddRange(enrollment.ProveAddress(isAnother, Actor.Student, nowUtc));
                // Whoever reads an address that it had before has no hand in it any more. What was typed over an unpaid seat cost
                // nobody a seat, and a stranger who had it before must not take back what its owner pays.
                var isUnpaid = enrollment.Status == EnrollmentStatus.Held;
                await db.EmailChanges.Where(c => c.EnrollmentId == enrollment.Id && (c.IsTyped || isUnpaid) && c.EndedAtUtc == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAtUtc, nowUtc), ct);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
}
