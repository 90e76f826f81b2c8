using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Students.Withdrawals;

/// <summary>
/// Gives a confirmed seat back: it is free, the refund is asked for and the message is queued in one transaction.
/// Database only; a worker carries the refund to Stripe.
/// </summary>
public sealed class WithdrawStudent(SweetDbContext db, Outbox outbox, TimeProvider clock, SweetMetrics metrics)
{
    /// <param name="seenBackMinor">The sum that the student agreed to; another one is asked about again.</param>
    public async Task<WithdrawalOutcome> Withdraw(string token, long? seenBackMinor, CancellationToken ct)
    {
        var (outcome, refunds) = await Save(token, seenBackMinor, ct);
        for (var i = 0; i < refunds; i++) metrics.RefundRequested("withdrawal");
        return outcome;
    }

    private Task<(WithdrawalOutcome Outcome, int Refunds)> Save(string token, long? seenBackMinor, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.LockByLink(token, ct) is not { } enrollment) return (WithdrawalOutcome.NoSuchEnrollment, 0);

                var nowUtc = clock.GetUtcNow().UtcDateTime;
                if (enrollment.WithdrawalRefusalFor(nowUtc) is { } refusal) return (OutcomeOf(refusal), 0);

                var cohort = enrollment.Cohort;
                if (enrollment.Order.QuoteWithdrawal(enrollment.ClassesCountedAt(nowUtc)).Back.Minor != seenBackMinor)
                    return (WithdrawalOutcome.SumChanged, 0);

                var withdrawal = cohort.Withdraw(enrollment, classesCounted: null, Actor.Student, nowUtc);
                await outbox.Tell(new WithdrawnLetter(enrollment, withdrawal), nowUtc, ct);
                await db.CloseSeatCases(enrollment.Order, nowUtc, ct);
                foreach (var payment in withdrawal.Quote.Undecided) await db.OpenOnce(PaymentCases.Undecided(payment, nowUtc), outbox, ct);
                await transaction.SaveAndCommit(ct);
                return (WithdrawalOutcome.Done, withdrawal.Refunds.Count);
            },
            ct);

    // Pressed twice, or on a page of an unpaid seat: nothing to do, and the enrollment page says how things stand.
    private static WithdrawalOutcome OutcomeOf(WithdrawalRefusal refusal) =>
        refusal is WithdrawalRefusal.Ended or WithdrawalRefusal.NotConfirmed ? WithdrawalOutcome.NothingToDo : WithdrawalOutcome.Refused;
}

public enum WithdrawalOutcome
{
    NoSuchEnrollment,
    Done,
    NothingToDo,
    SumChanged,
    Refused,
}
