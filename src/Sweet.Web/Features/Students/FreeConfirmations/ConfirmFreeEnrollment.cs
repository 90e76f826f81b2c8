using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.FreeConfirmations;

/// <summary>Confirms a held seat whose total is zero: it needs no Stripe.</summary>
public sealed class ConfirmFreeEnrollment(SweetDbContext db, Outbox outbox, TimeProvider clock, SweetMetrics metrics)
{
    /// <returns>False if there is no such enrollment. One that is not held, not free or not proven stays as it is.</returns>
    public async Task<bool> Confirm(string token, CancellationToken ct)
    {
        var isConfirmed = await IsConfirmed(token, ct);
        if (isConfirmed == true) metrics.EnrollmentConfirmed();
        return isConfirmed is not null;
    }

    private Task<bool?> IsConfirmed(string token, CancellationToken ct) =>
        db.InTransaction<bool?>(
            async transaction =>
            {
                if (await db.LockByLink(token, ct) is not { } enrollment) return null;
                // Anybody can type an address: a seat that costs nothing is confirmed by whoever reads it.
                if (enrollment.AddressProvenAtUtc is null) return false;
                if (enrollment.Status != EnrollmentStatus.Held || !enrollment.Order.Total.IsZero) return false;
                // Its seat ends in a moment.
                if (enrollment.Cohort.Status == CohortStatus.Cancelled) return false;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                enrollment.Cohort.Confirm(enrollment, Actor.Student, nowUtc);
                await outbox.Tell(new EnrollmentConfirmedLetter(enrollment), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);
}
