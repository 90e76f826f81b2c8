using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Restoring;
using Sweet.Domain.Transfers;
using Sweet.Domain.Waitlists;

namespace Sweet.Domain.Settlements;

/// <summary>
/// What becomes of an order when Stripe says something new of one of its checkouts. Webhook, landing page and
/// reconciliation come here with the cohort locked and all read afresh, in any order and as often as they like.
/// </summary>
public sealed class SettlementRules(Cohort cohort, Order order, Actor by, DateTime nowUtc)
{
    private readonly Enrollment enrollment = order.Enrollment;

    /// <summary>What staff have to decide, once <see cref="Settle"/> has said <see cref="Settlement.CaseOpened"/>; else null.</summary>
    public OpenCase? Opened { get; private set; }

    /// <param name="otherLive">Another live enrollment of the same address in the cohort, or null.</param>
    public Settlement Settle(Checkout checkout, SessionFacts facts, Enrollment? otherLive)
    {
        if (facts.State == SessionState.Open) return Settlement.Nothing;
        if (facts.State == SessionState.Expired) return Expired(checkout);

        checkout.Complete(by, nowUtc);
        if (facts.Payment is null) return Settlement.Nothing;

        var known = order.Payments.Any(p => p.PaymentIntentId == facts.Payment.PaymentIntentId);
        var payment = order.PaymentFor(checkout, facts.Payment, nowUtc);
        return facts.Payment.Status switch
        {
            PaymentStatus.Succeeded when payment.Decision is not null => Settlement.Nothing,
            PaymentStatus.Succeeded => Captured(checkout, payment, facts, otherLive),
            PaymentStatus.Failed => Failed(payment, facts.Payment.FailureReason),
            _ => OnItsWay(known),
        };
    }

    /// <summary>Ends a hold that can be paid no more: Stripe says so of these sessions, and no other is open. May be repeated.</summary>
    /// <returns><see cref="Settlement.Nothing"/> while another session is open, or if the seat is not held.</returns>
    public Settlement EndHold(IReadOnlyCollection<string> expiredSessionIds, ExpiryReason why)
    {
        if (enrollment.Status != EnrollmentStatus.Held) return Settlement.Nothing;

        var expired = order.Checkouts.Where(c => c.SessionId is { } id && expiredSessionIds.Contains(id, StringComparer.Ordinal));
        foreach (var checkout in expired) checkout.Expire(by, nowUtc);
        return order.OpenCheckout is null ? Release(why) : Settlement.Nothing;
    }

    private Settlement Expired(Checkout checkout)
    {
        if (checkout.Status is CheckoutStatus.Complete or CheckoutStatus.Expired) return Settlement.Nothing;

        checkout.Expire(by, nowUtc);
        return enrollment.Status == EnrollmentStatus.Held && enrollment.HeldUntilUtc <= nowUtc && order.OpenCheckout is null
            ? Release(ExpiryReason.TimeOver)
            : Settlement.CheckoutExpired;
    }

    private Settlement Release(ExpiryReason why)
    {
        foreach (var checkout in order.Checkouts) checkout.Fail("Given up: the hold ended.", by, nowUtc);
        cohort.Release(enrollment, why, by, nowUtc);
        order.Abandon(nowUtc);
        return Settlement.HoldEnded;
    }

    private Settlement OnItsWay(bool known)
    {
        cohort.KeepSeat(enrollment, by, nowUtc);
        return known ? Settlement.Nothing : Settlement.AwaitsBank;
    }

    private Settlement Failed(Payment payment, string? reason)
    {
        if (payment.Status != PaymentStatus.Processing) return Settlement.Nothing;

        payment.Fail(reason, by, nowUtc);
        if (enrollment.Status == EnrollmentStatus.Confirmed
            || order.Payments.Any(p => p.Status == PaymentStatus.Processing || p.Decision == PaymentDecision.OpenCase))
            return Settlement.Nothing;

        if (cohort.Release(enrollment, ExpiryReason.BankRefused, by, nowUtc)) order.Abandon(nowUtc);
        return Settlement.PaymentFailed;
    }

    private Settlement Captured(Checkout checkout, Payment payment, SessionFacts facts, Enrollment? otherLive)
    {
        var before = new DecidedBefore(order, facts);
        if (before.Settle(payment, cohort, by, nowUtc)) return Settlement.SettledBefore;

        var decision = before.OrAsk(DecisionFor(checkout, payment, facts, otherLive));
        // Before a restore it may have been counted, and have gone back then.
        var rest = facts.IsFromBeforeRestore ? payment.Amount : facts.Payment!.Rest;
        var wentBackFirst = !facts.IsFromBeforeRestore && facts.Payment!.IsAllGoneBack;
        if (wentBackFirst && decision.Case is null) decision = PaymentDecision.RefundedAtStripe;
        payment.Succeed(decision.Decision, by, nowUtc);
        switch (decision.Decision)
        {
            case PaymentDecision.Confirms:
                cohort.Confirm(enrollment, by, nowUtc);
                return Settlement.Confirmed;
            case PaymentDecision.RefundedAtStripe:
                if (order.OpenCheckout is null && cohort.Release(enrollment, ExpiryReason.Staff, by, nowUtc)) order.Abandon(nowUtc);
                return Settlement.RefundedAtStripe;
            case PaymentDecision.OpenCase:
                cohort.KeepSeat(enrollment, by, nowUtc, "Staff decide on the payment.");
                Opened = PaymentCases.Unfitting(decision.Case!.Value, payment, facts.Contradiction, nowUtc);
                return Settlement.CaseOpened;
            default:
                cohort.LetPayerChoose(order.RequestRefund(payment, rest, ReasonFor(decision.Decision), by, nowUtc), nowUtc);
                var why = IsCohortCancelled ? ExpiryReason.CohortCancelled : ExpiryReason.TimeOver;
                // A transfer whose old seat has ended meanwhile leads nowhere: no page of it is to be paid again.
                var isOver = IsCohortCancelled || !enrollment.CanComplete();
                if (isOver && order.OpenCheckout is null && cohort.Release(enrollment, why, by, nowUtc)) order.Abandon(nowUtc);
                return Settlement.RefundRequested;
        }
    }

    private DecisionOrCase DecisionFor(Checkout checkout, Payment payment, SessionFacts facts, Enrollment? otherLive) =>
        Unfit(checkout, payment, facts) is { } kind ? DecisionOrCase.Of(kind) : Fitting(otherLive);

    private static OpenCaseKind? Unfit(Checkout checkout, Payment payment, SessionFacts facts) =>
        facts.Contradiction is not null ? OpenCaseKind.ContradictingReferences
        : payment.Currency != checkout.Amount.Currency ? OpenCaseKind.CurrencyDiffers
        : payment.Amount != checkout.Amount ? OpenCaseKind.AmountDiffers
        : checkout.IsForAnother ? OpenCaseKind.PaidForAnother
        : null;

    private PaymentDecision Fitting(Enrollment? otherLive) =>
        enrollment.Status == EnrollmentStatus.Cancelled || (IsCohortCancelled && enrollment.Status != EnrollmentStatus.Confirmed)
            ? PaymentDecision.RefundCancelled
        : order.Payments.Any(p => p.Decision == PaymentDecision.Confirms) ? PaymentDecision.RefundPaidTwice
        : otherLive is not null ? PaymentDecision.RefundEnrolledElsewhere
        : enrollment.Status != EnrollmentStatus.Confirmed && !enrollment.CanComplete() ? PaymentDecision.RefundCancelled
        : enrollment.Status switch
        {
            EnrollmentStatus.Held or EnrollmentStatus.Processing => PaymentDecision.Confirms,
            EnrollmentStatus.Expired when order.WaitingPayment() is not null => PaymentDecision.RefundNoSeat,
            EnrollmentStatus.Expired when cohort.HasSeatForLateMoneyAt(nowUtc) => PaymentDecision.Confirms,
            EnrollmentStatus.Expired => PaymentDecision.RefundNoSeat,
            EnrollmentStatus.Confirmed => PaymentDecision.RefundPaidTwice,
            _ => PaymentDecision.RefundCancelled,
        };

    private bool IsCohortCancelled => cohort.Status == CohortStatus.Cancelled;

    private RefundReason ReasonFor(PaymentDecision decision) => decision switch
    {
        PaymentDecision.RefundCancelled when IsCohortCancelled => RefundReason.CohortCancelled,
        PaymentDecision.RefundNoSeat => RefundReason.NoSeat,
        PaymentDecision.RefundPaidTwice => RefundReason.PaidTwice,
        PaymentDecision.RefundEnrolledElsewhere => RefundReason.EnrolledElsewhere,
        _ => RefundReason.EnrollmentCancelled,
    };
}
