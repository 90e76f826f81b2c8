using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sweet.Domain.ByHand;
using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Staff;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Overviews.Needs;

/// <summary>What waits for a person, the most urgent first.</summary>
public sealed class OfficeNeeds(SweetDbContext db, HealthCheckService health, TimeProvider clock)
{
    private const string WorkersCheck = "workers";

    /// <param name="cohorts">Those that run or are to come.</param>
    public async Task<NeedsPage> Read(IReadOnlyList<CohortSeats> cohorts, CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var rest = await ReadRest(nowUtc, ct);
        var cases = await Cases(ct);
        List<Need> needs =
        [
            .. cases.Select(c => c.Need), .. await FromWorkers(ct), .. OutsideStripe(rest), .. BelowMinimum(cohorts, nowUtc),
            .. OfAccommodation(rest), .. LinesWithSeats(cohorts, nowUtc),
        ];
        return new NeedsPage(needs, nowUtc, rest.ComparedAtUtc) { OpenCases = cases.Sum(c => c.Count) };
    }

    private async Task<List<(Need Need, int Count)>> Cases(CancellationToken ct)
    {
        var open = db.OpenCases.Where(c => c.ResolvedAtUtc == null);
        var cases = await open.AsNoTracking().Where(c => c.Id == open.Where(o => o.Kind == c.Kind).Min(o => o.Id))
            .Select(c => new
            {
                First = c,
                c.Order!.Enrollment.FirstName,
                c.Order.Enrollment.LastName,
                Count = open.Count(o => o.Kind == c.Kind),
                DueUtc = c.Kind == OpenCaseKind.DisputeOpened
                    ? db.Disputes.Where(d => d.Status == DisputeStatus.Open).Min(d => d.AnswerDueUtc)
                    : null,
            })
            .ToListAsync(ct);
        return
        [
            .. cases.OrderBy(c => CaseNeed.RankOf(c.First.Kind)).Select(c => (
                CaseNeed.Of(c.First, $"{c.FirstName} {c.LastName}".Trim(), c.Count) with { DueUtc = c.DueUtc, HasHour = true }, c.Count)),
        ];
    }

    private async Task<IEnumerable<Need>> FromWorkers(CancellationToken ct)
    {
        var report = await health.CheckHealthAsync(check => check.Name == WorkersCheck, ct);
        return report.Entries.Values.Where(e => e.Status != HealthStatus.Healthy).Select(e => new Need(
            "Work that stands still:",
            $"{e.Description} Ask the people who run the site: its log says why.",
            "/health/ready",
            "See its state")
        {
            IsUrgent = true,
        });
    }

    private static IEnumerable<Need> BelowMinimum(IReadOnlyList<CohortSeats> cohorts, DateTime nowUtc) =>
        cohorts.Where(c => c.IsBelowMinimumAt(nowUtc)).Select(c => new Need(
            "Below its minimum:",
            $"{c.Title} has {c.Seats.Confirmed} confirmed, it needs {c.Cohort.Minimum}.",
            $"/admin/cohorts/{c.Id}",
            "Decide on the cohort")
        {
            DueUtc = c.DecideAtUtc,
        });

    private static IEnumerable<Need> OfAccommodation(Rest rest)
    {
        if (rest.FirstAccommodation is not { } enrollmentId) return [];

        var isOne = rest.Accommodations == 1;
        var what = isOne ? "A request for accommodation" : $"{rest.Accommodations} requests for accommodation";
        var text = isOne ? $"has no owner: {rest.FirstAccommodationOf}." : $"have no owner, the first of {rest.FirstAccommodationOf}.";
        return
        [
            new Need(what, text, $"/admin/enrollments/{enrollmentId}", isOne ? "Take it on" : "Take on the first")
            {
                SinceUtc = rest.FirstAccommodationUtc,
            },
        ];
    }

    // As a rule a free seat is offered within seconds: what stays has come to a standstill.
    private static IEnumerable<Need> LinesWithSeats(IReadOnlyList<CohortSeats> cohorts, DateTime nowUtc) =>
        cohorts.Where(c => c.Cohort.Waiting > 0 && c.Cohort.CanOfferAt(nowUtc)).Select(c => new Need(
            "A waitlist with free seats:",
            $"{c.Title} has {c.Seats.Free} free, and {c.Cohort.Waiting} in line.",
            $"/admin/cohorts/{c.Id}/waitlist",
            "Look at the line"));

    private static IEnumerable<Need> OutsideStripe(Rest rest)
    {
        if (rest.Overdue > 0)
            yield return new Need(
                rest.Overdue == 1 ? "An invoice is overdue:" : $"{rest.Overdue} invoices are overdue:",
                "wait longer, write down the payment, or end the seat.",
                rest is { Overdue: 1, FirstOverdue: { } id } ? $"/admin/enrollments/{id}/invoice" : "/admin/outside-money",
                rest.Overdue == 1 ? "See the invoice" : "See the invoices")
            {
                SinceUtc = rest.FirstDueOn is { } day ? OfficeTime.StartOf(day) : null,
            };
        if (rest is { Late: > 0, FirstLate: { } late })
            yield return new Need(
                rest.Late == 1 ? "Money came for a seat that has ended:" : $"Money came for {rest.Late} seats that have ended:",
                "return it, or say in a note why we keep it.",
                $"/admin/enrollments/{late}",
                rest.Late == 1 ? "Decide" : "Decide on the first");
        if (rest.Returns > 0)
            yield return new Need(
                rest.Returns == 1 ? "Money to return:" : $"{rest.Returns} refunds to return:",
                "paid outside Stripe, so only you can send the money back.",
                "/admin/outside-money#returns",
                "See what to return")
            {
                SinceUtc = rest.FirstReturnUtc,
            };
    }

    // What is one number each is asked at once: there is always an admin's role.
    private Task<Rest> ReadRest(DateTime nowUtc, CancellationToken ct)
    {
        var unowned = db.Enrollments.Live()
            .Where(e => e.Accommodation != null && e.Cohort.LastClassEndsAtUtc > nowUtc)
            .Where(e => !db.AccommodationRequests.Any(r => r.EnrollmentId == e.Id && (r.OwnerId != null || r.DoneAtUtc != null)));
        var today = OfficeTime.DayOf(nowUtc);
        var late = db.Payments.CameAfterTheSeat()
            .Where(p => !db.StaffNotes.Any(n => n.EnrollmentId == p.Order.EnrollmentId && n.WrittenAtUtc >= p.SettledAtUtc));
        var overdue = db.Orders.UnpaidInvoices().Where(o => o.InvoiceDueOn < today);
        return db.Roles.Where(r => r.Id == StaffRole.Admin)
            .Select(_ => new Rest
            {
                ComparedAtUtc = db.ReconciliationRuns.Max(r => r.CompletedAtUtc),
                Accommodations = unowned.Count(),
                Overdue = overdue.Count(),
                FirstOverdue = overdue.OrderBy(o => o.InvoiceDueOn).Select(o => (int?)o.EnrollmentId).FirstOrDefault(),
                Returns = db.Refunds.ToReturn().Count(),
                Late = late.Count(),
                FirstLate = late.OrderBy(p => p.Id).Select(p => (int?)p.Order.EnrollmentId).FirstOrDefault(),
                FirstDueOn = overdue.Min(o => o.InvoiceDueOn),
                FirstReturnUtc = db.Refunds.ToReturn().Min(r => (DateTime?)r.RequestedAtUtc),
                FirstAccommodation = unowned.OrderBy(e => e.Id).Select(e => (int?)e.Id).FirstOrDefault(),
                FirstAccommodationOf = unowned.OrderBy(e => e.Id).Select(e => e.FirstName + " " + e.LastName).FirstOrDefault(),
                FirstAccommodationUtc = unowned.OrderBy(e => e.Id).Select(e => (DateTime?)e.CreatedAtUtc).FirstOrDefault(),
            })
            .SingleAsync(ct);
    }

    private sealed record Rest
    {
        public DateTime? ComparedAtUtc { get; init; }

        public int Accommodations { get; init; }

        public int? FirstAccommodation { get; init; }

        public string? FirstAccommodationOf { get; init; }

        public DateTime? FirstAccommodationUtc { get; init; }

        /// <summary>Invoices that nobody has paid in time.</summary>
        public int Overdue { get; init; }

        public int? FirstOverdue { get; init; }

        /// <summary>Payments outside Stripe that came once the seat had ended, and that nobody has decided on.</summary>
        public int Late { get; init; }

        public int? FirstLate { get; init; }

        public DateOnly? FirstDueOn { get; init; }

        /// <summary>Refunds of money that was paid outside Stripe.</summary>
        public int Returns { get; init; }

        public DateTime? FirstReturnUtc { get; init; }
    }
}

/// <param name="ComparedAtUtc">When all was last compared with Stripe without a failure; null: never yet.</param>
public sealed record NeedsPage(IReadOnlyList<Need> Needs, DateTime NowUtc, DateTime? ComparedAtUtc)
{
    public int OpenCases { get; init; }

    public int Urgent => Needs.Count(n => n.IsUrgent);

    public string InShort => Needs.Count switch
    {
        0 => "Nothing does: no case, no failed refund, no lost email, no deadline.",
        1 => Urgent == 1 ? "One thing, and it is urgent." : "One thing.",
        _ => Urgent == 0 ? $"{Needs.Count} things." : $"{Needs.Count} things, {Urgent} of them urgent.",
    };
}
