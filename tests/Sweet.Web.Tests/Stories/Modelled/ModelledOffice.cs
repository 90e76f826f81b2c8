using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests;
using Sweet.Domain.Transfers;
using Sweet.Domain.Waitlists;
using Sweet.Web.Cases;
using Sweet.Web.Features.Staff.CohortCancellations;
using Sweet.Web.Features.Staff.EnrollmentRefunds;
using Sweet.Web.Seating;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>
/// What staff do to seats and money, each with what has to come of it. By what the pages call, without them: in hours that pass here, everybody
/// would have to sign in again.
/// </summary>
internal sealed class ModelledOffice(SiteFactory site, IReadOnlyList<Cohort> cohorts, ModelledLine line, MoneyModel money)
{
    private const long Part = 5_000;
    private const string Why = "A person has decided.";

    private static readonly TimeSpan OfferLasts = TimeSpan.FromDays(2);

    /// <summary>The seat that the student has paid, in whichever cohort; the newest.</summary>
    public async Task<Enrollment?> ConfirmedOf(ModelledStudent student) =>
        (await Places()).LastOrDefault(p => p.EmailKey == student.Email && p.Status == EnrollmentStatus.Confirmed);

    public async Task Transfer(ModelledStudent student)
    {
        if (await ConfirmedOf(student) is not { } from) return;

        var to = Other(from);
        var quote = money.Quote(from, to, Math.Min(money.PriceOf(from), await Left(from)));
        var expected = await MayLeave(from) && await MayCome(student, to);
        var result = await site.Do<TransferStudent, TransferResult>(t => t.Transfer(from.Id, to.Id, quote.Due - quote.Back, waivedBecause: null, Some.Staff, default));

        Assert.Equal((expected, from.Number), (result.Refusal is null, from.Number));
        if (result.LinkToken is { } token) student.Follow(token);
    }

    public async Task OfferDates(ModelledStudent student)
    {
        if (await ConfirmedOf(student) is not { } from) return;

        var expected = await MayLeave(from);
        var answer = await site.Do<OfferTransfer, TransferOfferAnswer>(
            offer => offer.Offer(from.Id, [Other(from).Id], site.Now + OfferLasts, Some.Staff, default));

        Assert.Equal(expected, answer.Refusal is null);
    }

    public async Task RefundAndCancel(ModelledStudent student)
    {
        if (await ConfirmedOf(student) is not { } place) return;

        var asked = await Left(place) > 0 ? new StaffRefund(RefundSum.ByRule, EndsSeat: true) : new StaffRefund(RefundSum.Nothing, EndsSeat: true) { Reason = Why };
        if (await IsSent(place, asked, isAllowed: !IsCanceled(place.CohortId))) money.EndedByRule(place);
    }

    public async Task RefundAllAndCancel(ModelledStudent student)
    {
        if (await ConfirmedOf(student) is not { } place || await Left(place) == 0) return;

        if (await IsSent(place, new StaffRefund(RefundSum.All, EndsSeat: true) { Reason = Why }, isAllowed: !IsCanceled(place.CohortId))) money.EndedForNothing(place);
    }

    public async Task RefundSome(ModelledStudent student)
    {
        if (await ConfirmedOf(student) is not { } place) return;

        var asked = new StaffRefund(RefundSum.Other, EndsSeat: false) { Amount = Part / 100m, Reason = Why };
        if (await IsSent(place, asked, isAllowed: await Left(place) >= Part)) money.RefundedByStaff(place.Number, Part);
    }

    /// <summary>All of one payment, and the seat stays.</summary>
    public async Task RefundPayment(ModelledStudent student)
    {
        if (await ConfirmedOf(student) is not { Order.ConfirmingPayment: { } payment } place) return;

        var left = place.Order.RefundableOf(payment).Minor;
        var asked = new StaffRefund(RefundSum.All, EndsSeat: false) { PaymentId = payment.Id, Reason = Why };
        if (await IsSent(place, asked, isAllowed: left > 0)) money.RefundedByStaff(place.Number, left);
    }

    public async Task AskTooMuch(ModelledStudent student)
    {
        if (await ConfirmedOf(student) is not { } place) return;

        await IsSent(place, new StaffRefund(RefundSum.Other, EndsSeat: false) { Amount = ((await Left(place)) + 1) / 100m, Reason = Why }, isAllowed: false);
    }

    /// <param name="moves">Into the other cohort, as far as it has seats; else all are refunded.</param>
    public async Task CancelCohort(bool moves)
    {
        var (home, other) = (cohorts[0], cohorts[1]);
        if (money.CancelledCohortId is not null) return;

        var form = new CancellationForm { Reason = Why, ForAll = moves ? $"{other.Id}" : null };
        var seen = await site.Do<CancellationPages, CancellationPage>(pages => pages.Read(home.Id, form, default));
        if (!moves) Assert.Equal(await LeftOfAll(home), seen.Back.Minor);
        (form.Confirm, form.Sum, form.Moving) = ($"{seen.People.Count}", seen.Back.Minor, seen.Moves);
        Assert.Equal(CancelAnswer.Started, await site.Do<CancelCohort, CancelAnswer>(cancel => cancel.For(home.Id, form, Some.Staff, default)));
        money.Cancelled(home, await Places());
    }

    /// <summary>Whoever is asked of money that an appeal has brought back gives what is owed; nobody else gives anything.</summary>
    public async Task DecideOnAppeals()
    {
        var cases = await site.Db(db => db.OpenCases.AsNoTracking()
            .Where(c => c.Kind == OpenCaseKind.DisputeWonBack && c.ResolvedAtUtc == null)
            .Where(c => Ids.Contains(c.Order!.Enrollment.CohortId))
            .Select(c => new { c.Id, c.Order!.EnrollmentId }).ToListAsync());
        foreach (var one in cases)
        {
            var place = (await Places()).Single(p => p.Id == one.EnrollmentId);
            // Whose money it is that has moved with a seat, the model does not say.
            var hasMoved = money.HasMoved(place.Number) || place.CancelledWhy == CancellationReason.Transferred;
            var owed = hasMoved ? 0 : place.Order.Left().Minor - money.KeptOf(place);
            var decision = owed > 0 ? new CaseDecision(CaseResolution.Refund, "Owed.", owed / 100m) : new CaseDecision(CaseResolution.Noted, "Nothing is owed.");
            Assert.Null(await site.Do<ResolveCase, CaseRefusal?>(resolve => resolve.As(one.Id, decision, Domain.Tests.Some.Staff, default)));
        }
    }

    /// <summary>Learns of seats that have moved, whoever moved them, and compares what that costs with the rule.</summary>
    public async Task Learn()
    {
        if (!await site.Db(db => db.Enrollments.AnyAsync(e => e.TransferredFromId != null && Ids.Contains(e.CohortId)))) return;

        var places = await Places();
        foreach (var to in places.Where(p => p.TransferredFromId is not null && !money.HasMoved(p.Number)))
        {
            var from = places.Single(p => p.Id == to.TransferredFromId);
            var back = Behind(from, places).Prepend(from).SelectMany(p => p.Order.Refunds)
                .Where(r => r.Reason == RefundReason.Transferred && r.RequestedAtUtc == to.CreatedAtUtc).Sum(r => r.AmountMinor);
            var move = money.Moved(from, to, Math.Min(money.PriceOf(from), Left(from, places) + back));
            Assert.Equal((to.Number, move.Credit, move.Due, move.Back), (to.Number, to.Order.Credit().Minor, to.Order.TotalMinor, back));
        }
    }

    /// <summary>Every enrollment of both cohorts with all of its money, in the order in which they were made.</summary>
    public Task<List<Enrollment>> Places() => site.Db(db => db.Enrollments.Include(e => e.Order.Lines)
        .Include(e => e.Order.Payments).Include(e => e.Order.Refunds).Include(e => e.Order.Disputes)
        .Where(e => Ids.Contains(e.CohortId)).OrderBy(e => e.Id).AsSplitQuery().AsNoTrackingWithIdentityResolution().ToListAsync());

    /// <summary>What nobody has, nobody was offered and nobody waits for.</summary>
    public async Task<int> Free(Cohort cohort)
    {
        if (IsCanceled(cohort.Id)) return 0;

        var live = await site.Db(db => db.Enrollments.Live().CountAsync(e => e.CohortId == cohort.Id));
        return cohort.Capacity - live - (cohort == cohorts[0] ? await line.Count(WaitlistStatus.Offered) + await line.Count(WaitlistStatus.Waiting) : 0);
    }

    private int[] Ids { get; } = [.. cohorts.Select(c => c.Id)];

    private Cohort Other(Enrollment than) => cohorts.Single(c => c.Id != than.CohortId);

    private bool IsCanceled(int cohortId) => money.CancelledCohortId == cohortId;

    // Once, paid, and while no bank contests it.
    private async Task<bool> MayLeave(Enrollment from)
    {
        var places = await Places();
        return !Behind(from, places).Prepend(from).Any(p => p.Order.Payments.Any(p.Order.IsContested))
            && !places.Exists(p => p.TransferredFromId == from.Id && p.IsLive);
    }

    private async Task<bool> MayCome(ModelledStudent student, Cohort to) =>
        await Free(to) > 0 && !(await Places()).Any(p => p.CohortId == to.Id && p.EmailKey == student.Email && p.IsLive);

    /// <summary>What staff may give back: what is left of its payments, and of what came along.</summary>
    private async Task<long> Left(Enrollment place) => Left(place, await Places());

    private long Left(Enrollment place, List<Enrollment> places) => place is { TransferredFromId: not null, ConfirmedAtUtc: not null }
        ? place.Order.Left().Minor + Math.Min(Behind(place, places).Sum(p => p.Order.Left().Minor), money.CreditOf(place))
        : place.Order.Left().Minor;

    private async Task<long> LeftOfAll(Cohort cohort)
    {
        var places = await Places();
        return places.Where(p => p.CohortId == cohort.Id && p.IsLive).Sum(p => Left(p, places));
    }

    /// <summary>The seats that it came from.</summary>
    private static IEnumerable<Enrollment> Behind(Enrollment place, List<Enrollment> places)
    {
        for (var from = place.TransferredFromId; from is not null;)
        {
            var seat = places.Single(p => p.Id == from);
            yield return seat;
            from = seat.TransferredFromId;
        }
    }

    private async Task<bool> IsSent(Enrollment place, StaffRefund asked, bool isAllowed)
    {
        var outcome = await site.Do<SendBack, SendBackOutcome?>(send => send.As(place.Id, asked, Some.Staff, default));
        Assert.Equal((place.Number, isAllowed), (place.Number, outcome!.IsDone));
        return isAllowed;
    }
}
