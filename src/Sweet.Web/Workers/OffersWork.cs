using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Seating;

namespace Sweet.Web.Workers;

/// <summary>
/// Offers free seats to those who wait for them, ends offers whose time is over, and sends back money that waits for nothing.
/// </summary>
/// <remarks>Two instances may do the same cohort: its lock lets one offer the seat, the other finds nothing to do.</remarks>
public sealed partial class OffersWork(
    SweetDbContext db, OfferSeats offerSeats, WorkerTurn turn, TimeProvider clock, ILogger<OffersWork> log) : IWork
{
    public string Name => "offer seats";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        foreach (var cohortId in await Moving(nowUtc).ToListAsync(ct))
        {
            await turn.Keep(ct);
            try
            {
                await offerSeats.GoOn(cohortId, Actor.Worker(Name), ct);
            }
            catch (Exception exception) when (exception.LetsOthersGoOn())
            {
                Failed(cohortId, exception);
            }
        }
    }

    private IQueryable<int> Moving(DateTime nowUtc)
    {
        var over = db.WaitlistEntries.Where(e => e.Status == WaitlistStatus.Offered && e.OfferEndsAtUtc <= nowUtc).Select(e => e.CohortId);
        var wanted = db.Cohorts.Where(c => c.Waiting > 0).OpenAt(nowUtc).Where(c => c.SeatsTaken < c.Capacity).Select(c => c.Id);
        return over.Union(wanted).Union(Owed(nowUtc));
    }

    // Places whose money has to go back, as LineMoney.IsPaidAt says, or that have a seat in another way.
    private IQueryable<int> Owed(DateTime nowUtc)
    {
        var open = db.Cohorts.OpenAt(nowUtc).Select(c => c.Id);
        return db.WaitlistEntries.Where(e => e.PaidById != null)
            .Where(e => (e.Status != WaitlistStatus.Waiting && e.Status != WaitlistStatus.Offered)
                || !open.Contains(e.CohortId)
                || e.PaidBy!.Status != EnrollmentStatus.Expired
                || e.PaidBy.Order.Payments.Any(p => p.Decision == PaymentDecision.WaitsInLine
                    && (p.Order.Disputes.Any(d => d.PaymentId == p.Id && d.Status != DisputeStatus.Won)
                        || p.Order.Refunds.Any(
                            r => r.PaymentId == p.Id && r.Status != RefundStatus.Failed && r.Status != RefundStatus.Cancelled)))
                || db.Enrollments.Live().Any(l => l.CohortId == e.CohortId && l.EmailKey == e.EmailKey))
            .Select(e => e.CohortId);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The seats of cohort {CohortId} could not be offered")]
    private partial void Failed(int cohortId, Exception exception);
}
