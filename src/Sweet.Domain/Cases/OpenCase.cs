using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Reconciliation;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Cases;

/// <summary>Money that fits no rule: shown to staff until somebody resolves it.</summary>
public sealed class OpenCase
{
    public const int SubjectMaxLength = 100;
    public const int DetailsMaxLength = 1_000;
    public const int ReasonMaxLength = 1_000;

    private const string OnlyAtStripe = "No order claims it: if it has to go back, refund it in Stripe's dashboard, then resolve this as noted.";

    private OpenCase()
    {
    }

    /// <param name="subject">The id at Stripe of what it is about; one case a kind and subject.</param>
    /// <param name="details">Sums, ids and states; never a name or an address.</param>
    public OpenCase(OpenCaseKind kind, string subject, string details, Order? order, DateTime nowUtc)
    {
        Kind = kind;
        Subject = subject;
        Details = details.CutTo(DetailsMaxLength);
        Order = order;
        OpenedAtUtc = nowUtc;
    }

    /// <param name="contradiction">How its references contradict each other, or null if it is the sum that fits nothing.</param>
    public static OpenCase ForPayment(Payment payment, string? contradiction, DateTime nowUtc)
    {
        if (contradiction is not null)
            return new OpenCase(OpenCaseKind.ContradictingReferences, payment.PaymentIntentId, $"{payment.Amount} arrived. {contradiction}", payment.Order, nowUtc);

        var due = payment.Checkout?.Amount ?? payment.Order.Total;
        if (payment.Amount == due) return ForUnclear(payment, nowUtc);

        var kind = payment.Currency == due.Currency ? OpenCaseKind.AmountDiffers : OpenCaseKind.CurrencyDiffers;
        return new OpenCase(kind, payment.PaymentIntentId, $"{payment.Amount} arrived, {due} was due.", payment.Order, nowUtc);
    }

    private static OpenCase ForUnclear(Payment payment, DateTime nowUtc) => new(
        OpenCaseKind.DecidedBefore,
        payment.PaymentIntentId,
        $"{payment.Amount} arrived before an older copy of the database was restored. Refunds at Stripe show that something was decided since, but not what: "
            + "compare them with what was due. As refund all that is left of the payment goes back.",
        payment.Order,
        nowUtc);

    /// <summary>Money whose own references name two places: nobody may guess whose it is.</summary>
    public static OpenCase ForContradiction(PaymentFacts payment, string contradiction, DateTime nowUtc) =>
        new(OpenCaseKind.ContradictingReferences, payment.PaymentIntentId, $"{payment.Amount} arrived. {contradiction} {OnlyAtStripe}", null, nowUtc);

    public static OpenCase ForChargeWithoutSession(PaymentFacts payment, string number, Order? order, DateTime nowUtc) => new(
        OpenCaseKind.UnclaimedPayment,
        payment.PaymentIntentId,
        $"{payment.Amount} arrived for {number}, and no checkout of ours brought it: somebody charged it another way. Look at it at Stripe; what is to go back is sent back there.",
        order,
        nowUtc);

    /// <summary>An object at Stripe that could not be settled in two comparisons in a row.</summary>
    /// <param name="times">How often it has come to that; a second time is another case.</param>
    public static OpenCase ForUnsettled(Setback setback, int times, Order? order, DateTime nowUtc) => new(
        OpenCaseKind.UnsettledAtStripe,
        times > 1 ? $"{setback.Id} ({times})" : setback.Id,
        (setback.IsUnanswered ? "Stripe did not tell of it in two comparisons in a row." : "The site failed at it in two comparisons in a row; its log says why, for a developer.")
            + " Look at it at Stripe. Each comparison tries it again, and this case closes by itself once that succeeds. Resolve it as noted once you have seen to it.",
        order,
        nowUtc);

    public static OpenCase ForUnclaimed(PaymentFacts payment, string number, DateTime nowUtc) =>
        new(OpenCaseKind.UnclaimedPayment, payment.PaymentIntentId, $"{payment.Amount} arrived for {number}, which we do not know. {OnlyAtStripe}", null, nowUtc);

    /// <summary>A refund that failed or was cancelled.</summary>
    public static OpenCase ForRefund(Refund refund, DateTime nowUtc) =>
        new(OpenCaseKind.RefundFailed, refund.StripeRefundId ?? $"refund {refund.Id}", $"{refund.Amount} did not go back ({refund.Status}): {refund.Failure ?? "no reason given"}.", refund.Order, nowUtc);

    /// <summary>Stripe has not taken it for so long that it will not without a person.</summary>
    /// <param name="waiting">How many refunds wait so, this one included.</param>
    public static OpenCase ForStuck(Refund oldest, int waiting, DateTime nowUtc) => new(
        OpenCaseKind.RefundStuck, $"refund {oldest.Id}",
        $"{oldest.Amount} was asked for at {oldest.RequestedAtUtc:yyyy-MM-dd HH:mm} UTC, and Stripe has not taken it in {oldest.Attempts} tries; {waiting} in all wait so. The log says what Stripe answers; it is tried on, once an hour.",
        oldest.Order, nowUtc);

    /// <summary>Stripe uses a word for a refund that we do not know.</summary>
    public static OpenCase ForUnknownWord(Refund refund, DateTime nowUtc) =>
        new(OpenCaseKind.UnknownAtStripe, $"{refund.StripeRefundId} {refund.StripeStatus}".CutTo(SubjectMaxLength), $"Stripe says \"{refund.StripeStatus}\" of the refund of {refund.Amount}: look at it there.", refund.Order, nowUtc);

    /// <summary>Somebody withdrew who had paid in a currency that the price is not in: the rule gives no sum.</summary>
    public static OpenCase ForWithdrawal(Payment payment, DateTime nowUtc) =>
        new(OpenCaseKind.WithdrawalUndecided, payment.PaymentIntentId, $"The student withdrew; {payment.Amount} was paid, the price was {payment.Order.Total}. Decide how much goes back, and say it as --amount.", payment.Order, nowUtc);

    /// <summary>Somebody sent all of it back in Stripe's dashboard, and the seat is still taken.</summary>
    public static OpenCase ForRefundAtStripe(Refund refund, DateTime nowUtc) =>
        new(OpenCaseKind.RefundedAtStripe, refund.StripeRefundId!, $"{refund.Amount} was sent back at Stripe; the seat is kept.", refund.Order, nowUtc);

    /// <summary>One at a time, however many refunds wait: the first of them is named.</summary>
    public static OpenCase ForShortBalance(Refund refund, DateTime nowUtc) => new(
        OpenCaseKind.BalanceShort,
        $"{nowUtc:yyyy-MM-dd HH:mm:ss}",
        $"Our balance at Stripe does not suffice for refunds: that of {refund.Amount} for {refund.Order.Enrollment.Number} waits, and others may. Add money at Stripe; they leave by themselves.",
        null,
        nowUtc);

    /// <remarks>An inquiry, the dispute that it becomes, and each appeal have a deadline of their own: each is another case.</remarks>
    public static OpenCase ForOpenedDispute(Dispute dispute, DateTime nowUtc) =>
        new(OpenCaseKind.DisputeOpened, dispute.StripeDisputeId + PhaseOf(dispute), $"A bank contests {dispute.Amount}: {dispute.Reason} ({dispute.StripeStatus}). Answer it at Stripe.", dispute.Order, nowUtc);

    private static string PhaseOf(Dispute dispute) => dispute.IsInquiry ? " (inquiry)" : dispute.TimesLost > 0 ? $" (appeal {dispute.TimesLost})" : "";

    /// <summary>An appeal has brought back money of somebody whose place ended while the bank had it.</summary>
    public static OpenCase ForWonBack(Dispute dispute, DateTime nowUtc) => new(
        OpenCaseKind.DisputeWonBack,
        dispute.TimesLost > 1 ? $"{dispute.StripeDisputeId} ({dispute.TimesLost})" : dispute.StripeDisputeId,
        $"The bank has given {dispute.Amount} back to us; the place ended while it had the money. Decide how much goes back now, and say it as --amount.",
        dispute.Order, nowUtc);

    /// <remarks>After an appeal a dispute may be lost a second time, which is another case.</remarks>
    public static OpenCase ForLostDispute(Dispute dispute, DateTime nowUtc) =>
        new(
            OpenCaseKind.DisputeLost,
            dispute.TimesLost > 1 ? $"{dispute.StripeDisputeId} ({dispute.TimesLost})" : dispute.StripeDisputeId,
            $"{dispute.Amount} went back to the bank: {dispute.Reason}.",
            dispute.Order,
            nowUtc);

    /// <summary>Told once, though everything is healed from Stripe's objects: whoever relies on events shall know.</summary>
    public static OpenCase ForGap(DateTime lastUtc, DateTime nowUtc) =>
        new(OpenCaseKind.ReconciliationGap, $"since {lastUtc:yyyy-MM-dd HH:mm:ss}", $"Nothing was compared with Stripe since {lastUtc:yyyy-MM-dd HH:mm} UTC; all that was made since is compared now.", null, nowUtc);

    /// <param name="withheld">Mails that may have left before, and wait for a decision.</param>
    /// <param name="remade">Enrollments that the copy did not have.</param>
    public static OpenCase ForRestoration(Restoration restoration, int withheld, int remade, DateTime nowUtc) => new(
        OpenCaseKind.DatabaseRestored,
        $"restored {restoration.RestoredAtUtc:yyyy-MM-dd HH:mm:ss}",
        $"A copy of {restoration.CopiedAtUtc:yyyy-MM-dd HH:mm} UTC was put in place at {restoration.RestoredAtUtc:yyyy-MM-dd HH:mm} UTC. "
            + $"Enrollments remade from what Stripe keeps: {remade}. Mails withheld, because they may have left before: {withheld}; resolve as mail to send those that are still true.",
        null,
        nowUtc);

    public int Id { get; private set; }

    public OpenCaseKind Kind { get; private set; }

    public string Subject { get; private set; } = "";

    public string Details { get; private set; } = "";

    /// <summary>Null where no order claims the money.</summary>
    public int? OrderId { get; private set; }

    public Order? Order { get; private set; }

    public DateTime OpenedAtUtc { get; private set; }

    public DateTime? ResolvedAtUtc { get; private set; }

    public CaseResolution? Resolution { get; private set; }

    /// <summary>Why it was resolved so, in the words of whoever did it.</summary>
    public string? Reason { get; private set; }

    public bool IsOpen => ResolvedAtUtc is null;

    /// <summary>The id at Stripe, without how often it came to a case.</summary>
    public string ObjectId => Subject.Split(' ')[0];

    /// <summary>Why it cannot be resolved so whatever its order says, or null.</summary>
    public CaseRefusal? RefusalFor(CaseResolution resolution) =>
        !IsOpen ? CaseRefusal.Resolved
        : !CaseRemedies.For(Kind).Contains(resolution) ? CaseRefusal.NotForThisKind
        : resolution is CaseResolution.Seat or CaseResolution.Refund && OrderId is null && Order is null ? CaseRefusal.NotForThisKind
        : resolution is CaseResolution.Seat or CaseResolution.Refund && IsAboutPlace && Order is { Enrollment.IsLive: false } ? CaseRefusal.PlaceEnded
        : null;

    /// <summary>The money is gone: it is the place that a person decides on.</summary>
    public bool IsAboutPlace => Kind is OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost;

    /// <inheritdoc cref="RefusalFor(CaseResolution)"/>
    public CaseRefusal? RefusalFor(CaseDecision decision) =>
        RefusalFor(decision.Resolution) is { } refusal ? refusal
        : decision.Amount is not null && !(decision.Resolution == CaseResolution.Refund && CaseRemedies.TakesSum(Kind)) ? CaseRefusal.TakesNoSum
        : null;

    /// <exception cref="InvalidOperationException">It is resolved already.</exception>
    public void Resolve(CaseResolution resolution, string reason, Actor by, DateTime nowUtc)
    {
        if (!IsOpen) throw new InvalidOperationException("The case is resolved already.");

        Resolution = resolution;
        Reason = reason.CutTo(ReasonMaxLength);
        ResolvedAtUtc = nowUtc;
        Order?.Enrollment.Record($"Case {Id}", Kind.ToString(), resolution.ToString(), by, nowUtc, Reason);
    }
}

public enum OpenCaseKind
{
    AmountDiffers,
    CurrencyDiffers,
    ContradictingReferences,
    UnclaimedPayment,
    RefundFailed,
    RefundedAtStripe,
    DisputeOpened,
    DisputeLost,
    MessageFailed,

    /// <summary>Stripe uses a word for a refund that we do not know.</summary>
    UnknownAtStripe,

    /// <summary>Stripe has not taken a refund for a day.</summary>
    RefundStuck,

    /// <summary>Somebody withdrew, and the rule gives no sum.</summary>
    WithdrawalUndecided,

    /// <summary>Nothing was compared with Stripe for longer than Stripe lists its events.</summary>
    ReconciliationGap,

    /// <summary>An older copy of the database was put in place.</summary>
    DatabaseRestored,

    /// <summary>Refunds wait until our account at Stripe holds enough money.</summary>
    BalanceShort,

    /// <summary>An appeal has brought money back of a place that ended while the bank had it.</summary>
    DisputeWonBack,

    /// <summary>After a restore: refunds at Stripe show that something was decided on a payment, but not what.</summary>
    DecidedBefore,

    /// <summary>An object at Stripe that comparison after comparison cannot settle.</summary>
    UnsettledAtStripe,
}

public enum CaseResolution
{
    /// <summary>The place is kept, or confirmed.</summary>
    Seat,

    /// <summary>The money goes back, and the place ends.</summary>
    Refund,

    /// <summary>Whatever was to do was done elsewhere.</summary>
    Noted,

    /// <summary>The mails that were withheld leave after all.</summary>
    Mail,

    /// <summary>It came right by itself; nobody decides so.</summary>
    Healed,
}
