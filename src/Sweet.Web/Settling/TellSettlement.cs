using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Web.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Email.Letters.Transfers;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;

namespace Sweet.Web.Settling;

/// <summary>Tells student and staff what a settlement came to, with the save that settles.</summary>
public sealed class TellSettlement(SweetDbContext db, Outbox outbox, SweetMetrics metrics)
{
    /// <param name="facts">What was settled: an order may have several payments.</param>
    public async Task Settled(Settlement settlement, Enrollment enrollment, SessionFacts facts, DateTime nowUtc, CancellationToken ct)
    {
        var order = enrollment.Order;
        // What came outside Stripe has no id there.
        var payment = facts.Payment is { PaymentIntentId: { } id } ? order.Payments.SingleOrDefault(p => p.PaymentIntentId == id) : null;
        switch (settlement)
        {
            case Settlement.Confirmed:
                await outbox.Tell(new EnrollmentConfirmedLetter(enrollment), nowUtc, ct);
                if (enrollment.TransferredFrom is { CancelledWhy: CancellationReason.Transferred } from)
                {
                    await outbox.Tell(new TransferredLetter(from, enrollment), nowUtc, ct);
                    await db.CloseSeatCases(from.Order, CaseReasons.MovedTo(enrollment.Number), Actor.Student, nowUtc, ct);
                }
                break;
            case Settlement.HoldEnded:
                await outbox.Tell(new HoldEndedLetter(enrollment), nowUtc, ct);
                break;
            case Settlement.PaymentFailed:
                await outbox.Tell(new PaymentFailedLetter(enrollment, payment!), nowUtc, ct);
                break;
            case Settlement.RefundRequested:
                var refund = order.Refunds.Last(r => r.Payment == payment);
                await outbox.Tell(
                    refund.IsChoiceOpenAt(nowUtc) ? new LateMoneyLetter(enrollment, refund) : new RefundedLetter(enrollment, refund),
                    nowUtc, ct);
                break;
        }
    }

    public Task Opened(OpenCase opened, CancellationToken ct) => db.OpenOnce(opened, outbox, ct);

    public Task Unclaimed(PaymentFacts payment, SessionReport report, DateTime nowUtc, CancellationToken ct) =>
        db.OpenOnce(
            report.Contradiction is { } others
                ? PaymentCases.Contradicting(payment, report.Number!, others, nowUtc)
                : PaymentCases.Unclaimed(payment, report.Number!, nowUtc),
            outbox,
            ct);

    public async Task ChargeWithoutSession(PaymentFacts payment, string number, DateTime nowUtc, CancellationToken ct)
    {
        var order = await db.Orders.Include(o => o.Enrollment).SingleOrDefaultAsync(o => o.Enrollment.Number == number, ct);
        await db.OpenOnce(PaymentCases.WithoutCheckout(payment, number, order, nowUtc), outbox, ct);
    }

    /// <summary>After the save.</summary>
    public void Count(Settlement settlement)
    {
        if (settlement == Settlement.Confirmed) metrics.EnrollmentConfirmed();
        if (settlement == Settlement.HoldEnded) metrics.EnrollmentExpired();
        if (settlement is Settlement.Confirmed or Settlement.RefundRequested or Settlement.RefundedAtStripe or Settlement.CaseOpened
            or Settlement.PaymentFailed)
            metrics.PaymentSettled(settlement.ToString());
        if (settlement == Settlement.RefundRequested) metrics.RefundRequested("automatic");
    }
}
