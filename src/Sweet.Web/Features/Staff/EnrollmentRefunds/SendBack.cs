using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds;

/// <summary>Ends the seat, asks for the refund and tells the student in one transaction. A worker carries the refund to Stripe.</summary>
public sealed class SendBack(SweetDbContext db, Outbox outbox, TimeProvider clock, SweetMetrics metrics)
{
    /// <summary>Who presses twice does so within this.</summary>
    private static readonly TimeSpan SamePress = TimeSpan.FromMinutes(1);

    /// <returns>Null if there is no such enrollment.</returns>
    public async Task<SendBackOutcome?> As(int enrollmentId, StaffRefund asked, Actor by, CancellationToken ct)
    {
        if (await db.FindInCohort(e => e.Id == enrollmentId, ct) is not { } found) return null;

        var outcome = await Save(found, asked, by, ct);
        for (var i = 0; i < outcome.Refunds; i++) metrics.RefundRequested("staff");
        return outcome;
    }

    private Task<SendBackOutcome> Save(EnrollmentInCohort found, StaffRefund asked, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var enrollment = await db.LockEnrollment(found, ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var rules = new StaffRefundRules(enrollment, nowUtc);
                if (rules.RefusalFor(asked) is { } refusal)
                    return new SendBackOutcome(refusal, Refunds: 0) { IsDoneBefore = await IsSamePress(enrollment, asked, by, nowUtc, ct) };

                var quote = asked.How == RefundSum.ByRule ? rules.QuoteFor(asked) : null;
                var refunds = rules.Carry(asked, by);
                if (asked.EndsSeat)
                {
                    await outbox.Tell(new SeatEndedLetter(enrollment) { Refunds = refunds, Quote = quote }, nowUtc, ct);
                    await db.CloseSeatCases(enrollment.Order, CaseReasons.StaffEnded, by, nowUtc, ct);
                }
                else
                {
                    foreach (var refund in refunds) await outbox.Tell(new RefundedLetter(enrollment, refund), nowUtc, ct);
                }

                await transaction.SaveAndCommit(ct);
                return new SendBackOutcome(Refusal: null, refunds.Count);
            },
            ct);

    // The same person has just asked for the same.
    private async Task<bool> IsSamePress(Enrollment enrollment, StaffRefund asked, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var sinceUtc = nowUtc - SamePress;
        var subject = asked.EndsSeat ? "Enrollment" : "Money";
        var before = await db.History.Where(h => h.EnrollmentId == enrollment.Id && h.Subject == subject && h.AtUtc >= sinceUtc)
            .OrderByDescending(h => h.Id).Select(h => new { h.ActorReference, h.Note }).FirstOrDefaultAsync(ct);
        return before is not null && before.ActorReference == by.Reference
            && (asked.Reason is null || before.Note?.EndsWith(asked.Reason, StringComparison.Ordinal) == true);
    }
}

/// <param name="Refusal">Null: it is done.</param>
public sealed record SendBackOutcome(StaffRefundRefusal? Refusal, int Refunds)
{
    public bool IsDone => Refusal is null;

    public bool IsDoneBefore { get; init; }
}
