using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Transfers;
using Sweet.Domain.Vouchers;
using Sweet.Domain.Waitlists;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>What has to be so after each act, and once all has come to rest.</summary>
internal sealed class Audit(SiteFactory site, IReadOnlyList<Cohort> cohorts, MoneyModel money, ModelledVouchers vouchers)
{
    /// <summary>Each told by one letter, and by no second one.</summary>
    private static readonly (string Kind, Func<Enrollment, bool> IsToldOf)[] Letters =
    [
        ("EnrollmentConfirmed", place => place.ConfirmedAtUtc is not null),
        ("Withdrawn", place => place.CancelledWhy == CancellationReason.Withdrew),
        ("SeatEnded", place => place.CancelledWhy == CancellationReason.Staff),
        ("Transferred", place => place.CancelledWhy == CancellationReason.Transferred),
        ("TransferAsked", place => place.TransferredFromId is not null && place.Order.TotalMinor > 0),
    ];

    private readonly int[] ids = [.. cohorts.Select(c => c.Id)];

    /// <summary>capacity = live seats + offered + free, by the counters and by the rows; and nobody has a seat for nothing.</summary>
    public async Task AssertSeatsAgree()
    {
        var places = await site.Db(db => db.Enrollments.AsNoTracking().Include(e => e.Order.Payments).Where(e => ids.Contains(e.CohortId)).ToListAsync());
        var line = await site.Db(db => db.WaitlistEntries.AsNoTracking().Where(e => ids.Contains(e.CohortId)).ToListAsync());
        var counters = await site.Db(db => db.Cohorts.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => ValueTuple.Create(c.SeatsTaken, c.Waiting)));
        foreach (var cohort in cohorts)
        {
            var taken = places.Count(p => p.CohortId == cohort.Id && p.IsLive) + line.Count(e => e.CohortId == cohort.Id && e.Status == WaitlistStatus.Offered);
            Assert.InRange(taken, 0, cohort.Capacity);
            Assert.Equal((taken, line.Count(e => e.CohortId == cohort.Id && e.Status == WaitlistStatus.Waiting)), counters[cohort.Id]);
        }

        Assert.DoesNotContain(line, later => later.Status == WaitlistStatus.Offered && line.Any(e => e.Status == WaitlistStatus.Waiting && e.Position < later.Position));
        Assert.All(places.Where(p => p.Status == EnrollmentStatus.Confirmed && p.Order.TotalMinor > 0), p => Assert.Equal((p.Number, p.Order.TotalMinor), (p.Number, p.Order.ConfirmingPayment?.AmountMinor)));
        Assert.All(places.Where(p => p.ConfirmedAtUtc is not null), p => Assert.True(money.MayBeConfirmed(p), p.Number));
        vouchers.AssertAgree(places, await site.Db(db => db.Orders.Uses().Where(o => ids.Contains(o.Enrollment.CohortId))
            .GroupBy(o => o.VoucherId!.Value).ToDictionaryAsync(g => g.Key, g => g.Count())));
    }

    public async Task AssertMoneyAgrees(IReadOnlyList<Enrollment> places)
    {
        foreach (var place in places)
        {
            Assert.Contains(place.Status, (EnrollmentStatus[])[EnrollmentStatus.Confirmed, EnrollmentStatus.Expired, EnrollmentStatus.Cancelled]);
            Assert.Equal((place.Number, money.AtStripe(place.Number)), (place.Number, place.Order.Left().Minor));
            // What a seat has moved with is counted where it went.
            if (place.CancelledWhy != CancellationReason.Transferred && !money.IsContestedMove(place) && !await IsForStaff(place))
                Assert.Equal((place.Number, money.KeptOf(place)), (place.Number, money.AtStripe(place)));
            Assert.True(place.Order.TotalMinor > 0 || site.StandIns.Stripe.Sessions.All(s => s.ClientReferenceId != place.Number), place.Number);
        }

        var sent = site.StandIns.Stripe.Refunds.Where(r => r.Status != "failed").Select(r => r.Metadata.GetValueOrDefault("sweet_refund")).OfType<string>();
        Assert.Distinct(sent);
    }

    public async Task AssertLettersAgree(IReadOnlyList<Enrollment> places)
    {
        var placeIds = places.Select(p => p.Id).ToList();
        var told = await site.Db(db => db.Messages.Where(m => m.EnrollmentId != null && placeIds.Contains(m.EnrollmentId.Value))
            .Select(m => ValueTuple.Create(m.EnrollmentId!.Value, m.Kind)).ToListAsync());
        Assert.All(places, place => Assert.All(
            Letters, letter => Assert.Equal((place.Number, letter.Kind, letter.IsToldOf(place) ? 1 : 0), (place.Number, letter.Kind, told.Count(t => t == (place.Id, letter.Kind))))));
        Assert.All(places, place => Assert.InRange(told.Count(t => t == (place.Id, "CohortCanceled")), place.CancelledWhy == CancellationReason.CohortCancelled ? 1 : 0, 1));
    }

    /// <summary>What came back stays so, whatever is told of it afterwards.</summary>
    public async Task AssertReturned(IReadOnlyCollection<string> cameBack) =>
        Assert.All(await site.Db(db => db.Messages.Where(m => cameBack.Contains(m.Reference)).Select(m => m.Status).ToListAsync()), status => Assert.Equal(MessageStatus.Bounced, status));

    // Staff who refund in the dashboard behind our back may leave too little for what was promised: then it is a person's to settle.
    private async Task<bool> IsForStaff(Enrollment place)
    {
        if (!money.HasSurprise(place)) return false;

        List<string> numbers = [.. money.SeatsBehind(place)];
        return await site.Db(db => db.OpenCases.AnyAsync(c => c.Kind == OpenCaseKind.RefundFailed && numbers.Contains(c.Order!.Enrollment.Number)));
    }
}
