using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Email.Letters.Transfers;
using Sweet.Web.Restoring;

namespace Sweet.Web.Cases;

/// <summary>Does what a person has decided on an open case, and keeps the reason.</summary>
public sealed class ResolveCase(SweetDbContext db, Outbox outbox, WithheldMessages withheldMessages, TimeProvider clock)
{
    /// <returns>Why it cannot be resolved so, or null if it was.</returns>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    public async Task<CaseRefusal?> As(int caseId, CaseDecision decision, Actor by, CancellationToken ct)
    {
        var found = await db.OpenCases.Where(c => c.Id == caseId).Select(c => new { c.OrderId }).SingleOrDefaultAsync(ct)
            ?? throw new KeyNotFoundException($"There is no case {caseId}.");
        var inCohort = found.OrderId is null ? null : await db.FindInCohort(db.Orders.Where(o => o.Id == found.OrderId), ct);
        return inCohort is null
            ? await WithoutOrder(caseId, decision, by, ct)
            : await WithOrder(inCohort, caseId, decision, by, ct);
    }

    private Task<CaseRefusal?> WithOrder(EnrollmentInCohort inCohort, int caseId, CaseDecision decision, Actor by, CancellationToken ct) =>
        db.InTransaction<CaseRefusal?>(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(inCohort, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var openCase = await db.OpenCases.SingleAsync(c => c.Id == caseId, ct);
                var otherLive = await db.Enrollments.FindOtherLive(enrollment, enrollment.EmailKey, ct);
                var rules = new CaseRules(openCase, enrollment.Order, otherLive, nowUtc);
                if (rules.RefusalFor(decision) is { } refusal) return refusal;

                var wasConfirmed = enrollment.Status == EnrollmentStatus.Confirmed;
                var refund = rules.Resolve(decision, by);
                if (decision.Resolution == CaseResolution.Seat && !wasConfirmed) await TellSeat(enrollment, by, nowUtc, ct);
                if (wasConfirmed && !enrollment.IsLive) await outbox.Tell(new SeatEndedLetter(enrollment), nowUtc, ct);
                if (refund is not null) await outbox.Tell(new RefundedLetter(enrollment, refund), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);

    private async Task TellSeat(Enrollment enrollment, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        await outbox.Tell(new EnrollmentConfirmedLetter(enrollment), nowUtc, ct);
        if (enrollment.TransferredFrom is { CancelledWhy: CancellationReason.Transferred } from)
        {
            await outbox.Tell(new TransferredLetter(from, enrollment), nowUtc, ct);
            await db.CloseSeatCases(from.Order, CaseReasons.MovedTo(enrollment.Number), by, nowUtc, ct);
        }
    }

    private Task<CaseRefusal?> WithoutOrder(int caseId, CaseDecision decision, Actor by, CancellationToken ct) =>
        db.InTransaction<CaseRefusal?>(
            async transaction =>
            {
                // Two who decide at once take turns: the second sees that it is settled.
                if (!await db.LockOpenCase(caseId, ct)) return CaseRefusal.Resolved;

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var openCase = await db.OpenCases.SingleAsync(c => c.Id == caseId, ct);
                if (openCase.RefusalFor(decision) is { } refusal) return refusal;

                openCase.Resolve(decision.Resolution, decision.Reason, by, nowUtc);
                db.History.Add(CaseHistory.Entry(openCase, by, nowUtc));
                if (decision.Resolution == CaseResolution.Mail) await withheldMessages.Release(nowUtc, ct);
                await transaction.SaveAndCommit(ct);
                return null;
            },
            ct);
}
