using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Hosting;
using Sweet.Web.Payments;

namespace Sweet.Web.Features.StripeWebhooks;

/// <summary>Tells student and staff what a settlement came to, with the save that settles.</summary>
public sealed class SettlementNews(SweetDbContext db, Outbox outbox, SweetMetrics metrics)
{
    /// <param name="contradiction">How the references of the session contradict each other, or null.</param>
    public async Task Tell(Settlement settlement, Enrollment enrollment, string? contradiction, DateTime nowUtc, CancellationToken ct)
    {
        var order = enrollment.Order;
        switch (settlement)
        {
            case Settlement.Confirmed:
                await outbox.EnrollmentConfirmed(enrollment, nowUtc, ct);
                break;
            case Settlement.HoldEnded:
                await outbox.HoldEnded(enrollment, nowUtc, ct);
                break;
            case Settlement.PaymentFailed:
                await outbox.PaymentFailed(enrollment, order.Payments.Last(p => p.Status == PaymentStatus.Failed), nowUtc, ct);
                break;
            case Settlement.RefundRequested:
                await outbox.RefundRequested(enrollment, order.Refunds[^1], nowUtc, ct);
                break;
            case Settlement.CaseOpened:
                await db.OpenOnce(OpenCase.ForPayment(order.Payments.Last(p => p.Decision == PaymentDecision.OpenCase), contradiction, nowUtc), outbox, ct);
                break;
        }
    }

    public Task TellOfUnclaimed(PaymentFacts payment, SessionReport report, DateTime nowUtc, CancellationToken ct) =>
        db.OpenOnce(
            report.Contradiction is { } contradiction ? OpenCase.ForContradiction(payment, contradiction, nowUtc) : OpenCase.ForUnclaimed(payment, report.Number!, nowUtc), outbox, ct);

    /// <summary>After the save.</summary>
    public void Count(Settlement settlement)
    {
        if (settlement == Settlement.Confirmed) metrics.EnrollmentConfirmed();
        if (settlement == Settlement.HoldEnded) metrics.EnrollmentExpired();
        if (settlement is Settlement.Confirmed or Settlement.RefundRequested or Settlement.CaseOpened or Settlement.PaymentFailed)
            metrics.PaymentSettled(settlement.ToString());
        if (settlement == Settlement.RefundRequested) metrics.RefundRequested("automatic");
    }
}
