using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Students.EmailChanges;

/// <summary>
/// Making a change of address and taking it back: both move an enrollment to an address that must be the only live one in
/// its cohort.
/// </summary>
internal static class LockedEmailChange
{
    /// <param name="movesTo">The key of the address that the enrollment gets.</param>
    /// <param name="move">Asks, with the other live enrollment of that address, and tells; what it returns is why nothing was done.</param>
    public static async Task<EmailChangeOutcome> Move(
        this SweetDbContext db, Expression<Func<EmailChange, bool>> which, Func<EmailChange, string> movesTo,
        Func<EmailChange, Enrollment?, Task<EmailChangeRefusal?>> move, CancellationToken ct)
    {
        var cohortId = await db.EmailChanges.Where(which).Select(c => (int?)c.Enrollment.CohortId).SingleOrDefaultAsync(ct);
        if (cohortId is null) return EmailChangeOutcome.NoSuchChange;

        return await db.InTransaction(
            async transaction =>
            {
                await db.LockCohort(cohortId.Value, ct);
                var change = await db.EmailChanges.SingleOrDefaultAsync(which, ct);
                if (change is null) return EmailChangeOutcome.NoSuchChange;

                var enrollment = await db.Enrollments.Whole().SingleAsync(e => e.Id == change.EnrollmentId, ct);
                var otherLive = await db.Enrollments.FindOtherLive(enrollment, movesTo(change), ct);
                if (await move(change, otherLive) is { } refusal) return new EmailChangeOutcome(change, refusal);

                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
                return new EmailChangeOutcome(change, Refusal: null);
            },
            ct);
    }
}

/// <param name="Change">With its enrollment; null if there is no such change.</param>
/// <param name="Refusal">Null if the enrollment has the address now, by this try or by an earlier one.</param>
public sealed record EmailChangeOutcome(EmailChange? Change, EmailChangeRefusal? Refusal)
{
    public static readonly EmailChangeOutcome NoSuchChange = new(null, null);
}
