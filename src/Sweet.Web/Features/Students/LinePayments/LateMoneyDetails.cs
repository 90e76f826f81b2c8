using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Students.LinePayments;

/// <summary>A payment that came late for a full cohort, and about which its payer may choose, or has chosen to wait.</summary>
public sealed record LateMoneyDetails(Money Amount)
{
    /// <summary>Null once the payer waits.</summary>
    public DateTime? ChooseUntilUtc { get; init; }

    /// <summary>Among all who are in line; 0 before the choice.</summary>
    public int Place { get; init; }

    /// <summary>How many are in line already.</summary>
    public int Ahead { get; init; }

    /// <summary>A seat could be had at once.</summary>
    public bool IsSeatFree { get; init; }

    public string AheadInWords => Ahead switch
    {
        0 => "no one is waiting yet, so you would be first",
        1 => "one person is waiting already",
        _ => $"{Ahead} people are waiting already",
    };

    /// <returns>Null where there is neither a choice nor a place.</returns>
    internal static async Task<LateMoneyDetails?> Read(Enrollment enrollment, SweetDbContext db, DateTime nowUtc, CancellationToken ct)
    {
        var line = db.WaitlistEntries.Where(e => e.CohortId == enrollment.CohortId
            && (e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered));
        if (enrollment.Order.WaitingPayment() is { } waiting)
        {
            var position = await line.Where(e => e.PaidById == enrollment.Id).Select(e => (int?)e.Position).SingleOrDefaultAsync(ct);
            return position is null ? null : new LateMoneyDetails(waiting.Amount)
            {
                Place = await line.CountAsync(e => e.Position < position, ct) + 1,
            };
        }

        if (enrollment.WaitingRefusalFor(live: null, nowUtc) is not null) return null;

        var refund = enrollment.Order.ChoiceAt(nowUtc)!;
        return new LateMoneyDetails(refund.Amount)
        {
            ChooseUntilUtc = refund.ChooseUntilUtc,
            Ahead = await line.CountAsync(ct),
            IsSeatFree = enrollment.Cohort.PhaseAt(nowUtc) == CohortPhase.Open
                || await line.AnyAsync(e => e.EmailKey == enrollment.EmailKey && e.Status == WaitlistStatus.Offered, ct),
        };
    }
}
