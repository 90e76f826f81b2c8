using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Reconciliation;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

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

    /// <summary>Remade from what Stripe keeps: the price is what its session asked for.</summary>
    internal Order(Enrollment enrollment, LostEnrollment lost, DateTime nowUtc)
    {
        Enrollment = enrollment;
        Currency = lost.Session.Amount.Currency;
        RefundPolicyVersionId = lost.Accepted.RefundPolicyVersionId;
        PrivacyPolicyVersionId = lost.Accepted.PrivacyPolicyVersionId;
        AcceptedAtUtc = lost.Session.CreatedAtUtc;
        AbandonedAtUtc = enrollment.Status == EnrollmentStatus.Expired ? nowUtc : null;
        TotalMinor = lost.Session.Amount.Minor;
        lines.Add(new OrderLine(OrderLineKind.Course, enrollment.Cohort.Course.FullTitle, TotalMinor));
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

    public Money Paid => new(InOrderCurrency().Sum(p => p.AmountMinor), Currency);

    /// <summary>The one that the place was confirmed by; null where none did, or staff.</summary>
    public Payment? ConfirmingPayment => payments.Find(p => p.Decision == PaymentDecision.Confirms);

    /// <summary>Without what was paid a second time, which goes back.</summary>
    public Money PaidForPlace => ConfirmingPayment?.Amount ?? Paid;

    /// <summary>What refunds send or have sent back.</summary>
    public Money Refunded => new(refunds.Where(r => r.IsStanding && r.Currency == Currency).Sum(r => r.AmountMinor), Currency);

    /// <summary>What goes or went back, by refunds or by banks that took it: of each payment all of it at the most.</summary>
    public Money GoneBack => new(InOrderCurrency().Sum(p => p.AmountMinor - RefundableOf(p).Minor), Currency);

    /// <summary>Whatever else is under way, like a dispute.</summary>
    public bool IsAllGoneBack => Paid.Minor > 0 && GoneBack.Minor >= Paid.Minor;

    public Checkout? OpenCheckout => checkouts.LastOrDefault(c => c.Status == CheckoutStatus.Open);

    public OrderState State =>
        disputes.Any(d => d.Status == DisputeStatus.Open) ? OrderState.Disputed
        : Paid.Minor > 0 && GoneBack == Paid ? OrderState.Refunded
        : GoneBack.Minor > 0 ? OrderState.PartlyRefunded
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
        // A page for an address that was corrected meanwhile is not opened any more.
        if (checkouts.LastOrDefault(c => c.CanRepeatAt(nowUtc) && c.Email == Enrollment.Email) is { } starting) return starting;

        foreach (var lost in checkouts) lost.Fail("Given up: its page was never shown.", Actor.Student, nowUtc);
        Enrollment.MakeTimeForAttempt(hold.HoldTime, nowUtc);
        var checkout = new Checkout(this, checkouts.Count + 1, terms, nowUtc);
        checkouts.Add(checkout);
        return checkout;
    }

    /// <summary>
    /// The attempt that a session belongs to. A session whose address was never saved, because Stripe's answer was lost,
    /// names its attempt itself; one whose attempt we have lost brings it back.
    /// </summary>
    public Checkout CheckoutFor(SessionTrace session, int? attempt, Actor by, DateTime nowUtc)
    {
        if (checkouts.Find(c => c.SessionId == session.SessionId) is { } known) return known;

        var checkout = checkouts.Find(c => c.Attempt == attempt && c.SessionId is null);
        if (checkout is not null)
        {
            checkout.Adopt(session.SessionId);
            return checkout;
        }

        var number = checkouts.Count == 0 ? 1 : checkouts.Max(c => c.Attempt) + 1;
        checkout = Checkout.Restored(this, number, session, by, nowUtc);
        checkouts.Add(checkout);
        return checkout;
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

    /// <summary>Asks for a sum that may come out of several payments: what no bank contests first, and the newest first.</summary>
    /// <exception cref="InvalidOperationException">More than is left of all payments.</exception>
    public IReadOnlyList<Refund> RequestRefunds(Money amount, RefundReason reason, Actor by, DateTime nowUtc)
    {
        List<Refund> requested = [];
        var rest = amount.Minor;
        foreach (var payment in InOrderCurrency().OrderBy(IsContested).ThenByDescending(p => p.CreatedAtUtc).ThenByDescending(p => p.Id))
        {
            var part = Math.Min(rest, RefundableOf(payment).Minor);
            if (part <= 0) continue;

            requested.Add(RequestRefund(payment, new Money(part, Currency), reason, by, nowUtc));
            rest -= part;
        }

        return rest == 0 ? requested : throw new InvalidOperationException("More than is left of all payments.");
    }

    /// <summary>Why a refund cannot be tried again, or null.</summary>
    public RetryRefusal? RetryRefusalFor(Refund failed) =>
        failed.IsStanding ? RetryRefusal.NotFailed
        : refunds.Exists(r => r.RetryOf == failed) ? RetryRefusal.TriedAgain
        : new StillOwed(this).InsteadOf(failed).IsZero ? RetryRefusal.NothingLeft
        : null;

    /// <summary>Tries a refund again that failed or was cancelled: a new row, of what is still owed instead.</summary>
    /// <param name="sum">What a person says, or null for all of it.</param>
    /// <exception cref="InvalidOperationException">
    /// <see cref="RetryRefusalFor"/> gives a reason, or the sum is more than is owed; ask first.
    /// </exception>
    public Refund RetryRefund(Refund failed, Actor by, DateTime nowUtc, Money? sum = null)
    {
        if (RetryRefusalFor(failed) is { } refusal) throw new InvalidOperationException($"Not tried again: {refusal}.");

        var most = new StillOwed(this).InsteadOf(failed);
        if (sum?.Minor > most.Minor) throw new InvalidOperationException("More than is owed instead.");

        var reason = failed.Reason == RefundReason.MadeAtStripe ? RefundReason.Staff : failed.Reason;
        var again = RequestRefund(failed.Payment, sum ?? most, reason, by, nowUtc);
        again.RetryOf = failed;
        return again;
    }

    /// <summary>What is left of a payment after refunds that stand and after what a bank took back; never below zero.</summary>
    public Money RefundableOf(Payment payment)
    {
        if (payment.Status != PaymentStatus.Succeeded) return Money.Zero(payment.Currency);

        var refunded = refunds.Where(r => r.Payment == payment && r.IsStanding).Sum(r => r.AmountMinor);
        var lost = disputes.Where(d => d.Payment == payment && d.Status == DisputeStatus.Lost).Sum(d => d.AmountMinor);
        return payment.Amount with { Minor = Math.Max(0, payment.AmountMinor - refunded - lost) };
    }

    /// <summary>Whether Stripe lets nobody send money of it back, because its bank contests it.</summary>
    public bool IsContested(Payment payment) => disputes.Exists(d => d.Payment == payment && d.BlocksRefunds);

    /// <summary>What a withdrawal gives back, and how the sum comes about.</summary>
    /// <param name="classesCounted">Those that have begun; staff may correct the number to those attended.</param>
    public WithdrawalQuote QuoteWithdrawal(int classesCounted)
    {
        var cohort = Enrollment.Cohort;
        var price = Paid.Minor < TotalMinor ? Paid : Total;
        var quote = new RefundPolicy(cohort.Course.RefundFeePercent).QuoteFor(price, classesCounted, cohort.Meetings.Count);
        return new WithdrawalQuote(quote, classesCounted, cohort.Meetings.Count, Paid - price, GoneBack)
        {
            Undecided = [.. payments.Where(p => p.Currency != Currency && !RefundableOf(p).IsZero)],
            WaitsForBank = payments.Exists(IsContested),
        };
    }

    /// <summary>Takes in what Stripe says of a refund, ours or one made in its dashboard. May be repeated.</summary>
    /// <returns>The refund if it is new or its state changed, else null.</returns>
    public Refund? Apply(RefundFacts facts, Actor by, DateTime nowUtc)
    {
        var payment = payments.Single(p => p.PaymentIntentId == facts.PaymentIntentId);
        var known = refunds.Find(r => r.StripeRefundId == facts.RefundId)
            ?? refunds.Find(r => r.StripeRefundId is null && r.IsAskedForAs(payment, facts));
        var refund = known ?? Refund.Unknown(this, payment, facts, nowUtc);
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

    private IEnumerable<Payment> InOrderCurrency() => payments.Where(p => p.Status == PaymentStatus.Succeeded && p.Currency == Currency);

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
