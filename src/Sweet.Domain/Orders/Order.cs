using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Orders;

/// <summary>What is owed for an enrollment. What it is worth comes from its rows; ended orders are kept for ever.</summary>
public sealed class Order
{
    public const int PayerNameMaxLength = 200;
    public const int PayerAddressMaxLength = 500;

    private readonly List<OrderLine> lines = [];
    private readonly List<Checkout> checkouts = [];
    private readonly List<Payment> payments = [];
    private readonly List<Refund> refunds = [];
    private readonly List<Dispute> disputes = [];

    private Order()
    {
    }

    internal Order(Enrollment enrollment, Payer? payer, PolicyAcceptance accepted, DateTime nowUtc)
    {
        var cohort = enrollment.Cohort;
        Enrollment = enrollment;
        Currency = cohort.Currency;
        PayerName = payer?.Name;
        PayerAddress = payer?.Address;
        RefundPolicyVersionId = accepted.RefundPolicyVersionId;
        PrivacyPolicyVersionId = accepted.PrivacyPolicyVersionId;
        AcceptedAtUtc = nowUtc;
        lines.Add(new OrderLine(OrderLineKind.Course, cohort.Course.FullTitle, cohort.PriceMinor));
        if (cohort.IsEarlyAt(nowUtc))
            lines.Add(new OrderLine(OrderLineKind.EarlyPrice, "Early price", cohort.PriceAt(nowUtc).Minor - cohort.PriceMinor));
        TotalMinor = lines.Sum(l => l.AmountMinor);
    }

    public int Id { get; private set; }

    public int EnrollmentId { get; private set; }

    public Enrollment Enrollment { get; private set; } = null!;

    public string Currency { get; private set; } = "";

    /// <summary>The sum of the lines.</summary>
    public long TotalMinor { get; private set; }

    public Money Total => new(TotalMinor, Currency);

    /// <summary>An enrollment confirms once this is paid.</summary>
    public Money DueToConfirm => Total;

    public string? PayerName { get; private set; }

    public string? PayerAddress { get; private set; }

    public int RefundPolicyVersionId { get; private set; }

    public int PrivacyPolicyVersionId { get; private set; }

    public DateTime AcceptedAtUtc { get; private set; }

    /// <summary>When its hold ended unpaid.</summary>
    public DateTime? AbandonedAtUtc { get; private set; }

    public IReadOnlyList<OrderLine> Lines => lines;

    public IReadOnlyList<Checkout> Checkouts => checkouts;

    public IReadOnlyList<Payment> Payments => payments;

    public IReadOnlyList<Refund> Refunds => refunds;

    public IReadOnlyList<Dispute> Disputes => disputes;

    public Money Paid => new(payments.Where(p => p.Status == PaymentStatus.Succeeded && p.Currency == Currency).Sum(p => p.AmountMinor), Currency);

    /// <summary>What goes or went back.</summary>
    public Money Refunded => new(refunds.Where(r => r.IsStanding && r.Currency == Currency).Sum(r => r.AmountMinor), Currency);

    public Checkout? OpenCheckout => checkouts.LastOrDefault(c => c.Status == CheckoutStatus.Open);

    public OrderState State =>
        disputes.Any(d => d.Status == DisputeStatus.Open) ? OrderState.Disputed
        : Paid.Minor > 0 && Refunded.Minor >= Paid.Minor ? OrderState.Refunded
        : Refunded.Minor > 0 ? OrderState.PartlyRefunded
        : Paid.Minor > TotalMinor ? OrderState.Overpaid
        : Paid.Minor >= DueToConfirm.Minor && (Paid.Minor > 0 || Enrollment.ConfirmedAtUtc is not null) ? OrderState.Paid
        : payments.Any(p => p.Status == PaymentStatus.Processing) ? OrderState.Processing
        : AbandonedAtUtc is not null ? OrderState.Abandoned
        : OrderState.Unpaid;

    /// <summary>Corrects for whom the receipt is made out.</summary>
    public void MakeOutTo(Payer? payer)
    {
        PayerName = payer?.Name;
        PayerAddress = payer?.Address;
    }

    /// <summary>The attempt whose call may be made again, or a new one with time enough for Stripe.</summary>
    /// <exception cref="InvalidOperationException">A page at Stripe is open already, or the enrollment refuses: ask first.</exception>
    public Checkout BeginCheckout(CheckoutTerms terms, HoldTerms hold, DateTime nowUtc)
    {
        if (Enrollment.PaymentRefusalFor(hold.MaxMoves, nowUtc) is { } reason) throw new InvalidOperationException($"No checkout: {reason}.");
        if (OpenCheckout is not null) throw new InvalidOperationException("The open checkout is resumed.");
        if (checkouts.LastOrDefault(c => c.CanRepeatAt(nowUtc)) is { } starting) return starting;

        foreach (var lost in checkouts) lost.Fail("Given up: its page was never shown.", Actor.Student, nowUtc);
        Enrollment.MakeTimeForAttempt(hold.HoldTime, nowUtc);
        var checkout = new Checkout(this, checkouts.Count + 1, terms, nowUtc);
        checkouts.Add(checkout);
        return checkout;
    }

    /// <summary>
    /// The attempt that a session belongs to. A session whose address was never saved, because Stripe's answer was lost,
    /// names its attempt itself.
    /// </summary>
    public Checkout CheckoutFor(string sessionId, int? attempt)
    {
        var known = checkouts.Find(c => c.SessionId == sessionId);
        if (known is not null) return known;

        var lost = checkouts.Single(c => c.Attempt == attempt && c.SessionId is null);
        lost.Adopt(sessionId);
        return lost;
    }

    /// <summary>The wish to send money back; a worker carries it to Stripe.</summary>
    /// <exception cref="InvalidOperationException">More than is left of the payment.</exception>
    public Refund RequestRefund(Payment payment, Money amount, RefundReason reason, Actor by, DateTime nowUtc)
    {
        if (amount.Minor <= 0 || amount.Minor > RefundableOf(payment).Minor) throw new InvalidOperationException("More than is left of the payment.");

        var refund = new Refund(this, payment, amount, reason, RefundOrigin.Us, nowUtc);
        refunds.Add(refund);
        Enrollment.Record("Refund new", null, nameof(RefundStatus.Requested), by, nowUtc, reason.ToString());
        return refund;
    }

    public Money RefundableOf(Payment payment) =>
        payment.Status == PaymentStatus.Succeeded
            ? payment.Amount - new Money(refunds.Where(r => r.Payment == payment && r.IsStanding).Sum(r => r.AmountMinor), payment.Currency)
            : Money.Zero(payment.Currency);

    /// <summary>Takes in what Stripe says of a refund, ours or one made in its dashboard. May be repeated.</summary>
    /// <returns>The refund if it is new or its state changed, else null.</returns>
    public Refund? Apply(RefundFacts facts, Actor by, DateTime nowUtc)
    {
        var payment = payments.Single(p => p.PaymentIntentId == facts.PaymentIntentId);
        var known = refunds.Find(r => r.StripeRefundId == facts.RefundId)
            ?? refunds.Find(r => r.StripeRefundId is null && r.Origin == RefundOrigin.Us && r.Id == facts.Reference);
        var refund = known ?? new Refund(this, payment, facts.Amount, RefundReason.MadeAtStripe, RefundOrigin.Stripe, nowUtc);
        if (known is null) refunds.Add(refund);
        return refund.Apply(facts, by, nowUtc) ? refund : null;
    }

    /// <summary>Takes in what Stripe says of a dispute. May be repeated.</summary>
    /// <returns>The dispute if it is new or Stripe's word changed, else null.</returns>
    public Dispute? Apply(DisputeFacts facts, Actor by, DateTime nowUtc)
    {
        var dispute = disputes.Find(d => d.StripeDisputeId == facts.DisputeId);
        if (dispute is null)
        {
            dispute = new Dispute(this, payments.Single(p => p.PaymentIntentId == facts.PaymentIntentId), facts, nowUtc);
            disputes.Add(dispute);
        }

        return dispute.Apply(facts, by, nowUtc) ? dispute : null;
    }

    /// <summary>Stripe will not do it: it becomes an open case.</summary>
    public void Refuse(Refund refund, string reason, Actor by, DateTime nowUtc) => refund.Refuse(reason, by, nowUtc);

    internal void Abandon(DateTime nowUtc) => AbandonedAtUtc ??= nowUtc;

    internal Payment PaymentFor(Checkout checkout, PaymentFacts facts, DateTime nowUtc)
    {
        var payment = payments.Find(p => p.PaymentIntentId == facts.PaymentIntentId);
        if (payment is null)
        {
            payment = new Payment(this, checkout, facts, nowUtc);
            payments.Add(payment);
        }

        payment.Describe(facts);
        return payment;
    }
}

/// <param name="HoldTime">How long a seat is held for an attempt to pay.</param>
/// <param name="MaxMoves">How often an attempt may move the end of the hold.</param>
public sealed record HoldTerms(TimeSpan HoldTime, int MaxMoves);
