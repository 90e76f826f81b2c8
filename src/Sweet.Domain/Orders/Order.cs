using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Restoring;
using Sweet.Domain.Settlements;
using Sweet.Domain.Transfers;

namespace Sweet.Domain.Orders;

/// <summary>What is owed for an enrollment. What it is worth comes from its rows; ended orders are kept forever.</summary>
public sealed class Order
{
    public const int PayerNameMaxLength = 200;
    public const int PayerAddressMaxLength = 500;
    public const int InvoiceMaxLength = 60;

    private readonly List<OrderLine> lines = [];
    private readonly List<Checkout> checkouts = [];
    private readonly List<Payment> payments = [];
    private readonly List<Refund> refunds = [];
    private readonly List<Dispute> disputes = [];

    private Order()
    {
    }

    private Order(Enrollment enrollment, PolicyAcceptance accepted, DateTime acceptedAtUtc)
    {
        var cohort = enrollment.Cohort;
        if (cohort.Meetings.Count == 0) throw new InvalidOperationException("The cohort has no class meetings, or they were not loaded.");

        Enrollment = enrollment;
        RefundPolicyVersionId = accepted.RefundPolicyVersionId;
        PrivacyPolicyVersionId = accepted.PrivacyPolicyVersionId;
        AcceptedAtUtc = acceptedAtUtc;
        RefundFeePercent = cohort.Course.RefundFeePercent;
        ClassesBought = cohort.Meetings.Count;
    }

    internal Order(Enrollment enrollment, Registration registration, DateTime nowUtc)
        : this(enrollment, registration.Accepted, nowUtc)
    {
        Currency = enrollment.Cohort.Currency;
        MakeOutTo(registration.Payer);
        VoucherId = registration.Voucher?.Voucher.Id;
        GroupKey = registration.GroupKey;
        lines.AddRange([.. OrderLines.Of(enrollment.Cohort, registration.Voucher, nowUtc), .. registration.Credits]);
        TotalMinor = lines.Sum(l => l.AmountMinor);
    }

    /// <summary>Remade from what Stripe keeps, which is nothing of the rule. A sum that is no price of ours is not taken for one.</summary>
    internal Order(Enrollment enrollment, LostEnrollment lost, DateTime nowUtc)
        : this(enrollment, lost.Accepted, lost.Session.CreatedAtUtc)
    {
        var due = lost.DueIn(enrollment.Cohort);
        Currency = due.Currency;
        AbandonedAtUtc = enrollment.Status == EnrollmentStatus.Expired ? nowUtc : null;
        TotalMinor = due.Minor;
        lines.Add(new OrderLine(OrderLineKind.Course, enrollment.Cohort.Course.FullTitle, TotalMinor));
    }

    public int Id { get; private set; }

    public int EnrollmentId { get; private set; }

    public Enrollment Enrollment { get; private set; } = null!;

    public string Currency { get; private set; } = "";

    public long TotalMinor { get; private set; }

    public Money Total => new(TotalMinor, Currency);

    /// <summary>An enrollment confirms once this is paid.</summary>
    public Money DueToConfirm => Total;

    /// <summary>What it took off is one of the lines: a change of the voucher changes nothing of it.</summary>
    public int? VoucherId { get; private set; }

    public string? PayerName { get; private set; }

    public string? PayerAddress { get; private set; }

    public string? PayerEmail { get; private set; }

    /// <summary>Until when staff wait for an invoice to be paid; the seat is kept beyond it. Null where there is no invoice.</summary>
    public DateOnly? InvoiceDueOn { get; internal set; }

    public string? InvoiceNumber { get; internal set; }

    /// <summary>Of the form by which staff enrolled several people at once; null for one.</summary>
    public string? GroupKey { get; private set; }

    public int RefundPolicyVersionId { get; private set; }

    public int PrivacyPolicyVersionId { get; private set; }

    public DateTime AcceptedAtUtc { get; private set; }

    public int RefundFeePercent { get; private set; }

    /// <summary>Class meetings that the cohort had when it was bought; never zero.</summary>
    public int ClassesBought { get; private set; }

    /// <summary>The rule that the buyer accepted: a later change of course or cohort changes nothing of it.</summary>
    public RefundPolicy RefundPolicy => new(RefundFeePercent);

    public DateTime? AbandonedAtUtc { get; private set; }

    public IReadOnlyList<OrderLine> Lines => lines;

    public IReadOnlyList<Checkout> Checkouts => checkouts;

    public IReadOnlyList<Payment> Payments => payments;

    public IReadOnlyList<Refund> Refunds => refunds;

    public IReadOnlyList<Dispute> Disputes => disputes;

    public Money Paid => new(InOrderCurrency().Sum(p => p.AmountMinor), Currency);

    /// <summary>The one that the seat was confirmed by; null where none did, or staff.</summary>
    public Payment? ConfirmingPayment => payments.Find(p => p.Decision == PaymentDecision.Confirms);

    /// <summary>Without what was paid a second time, which goes back.</summary>
    public Money PaidForSeat => ConfirmingPayment?.Amount ?? Paid;

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

    public void MakeOutTo(Payer? payer)
    {
        PayerEmail = payer is null ? null : payer.Email ?? (payer.Name == PayerName ? PayerEmail : null);
        (PayerName, PayerAddress) = (payer?.Name, payer?.Address);
    }

    /// <summary>The attempt whose call may be made again, or a new one with time enough for Stripe.</summary>
    /// <exception cref="InvalidOperationException">A page at Stripe is open already, or the enrollment refuses: ask first.</exception>
    public Checkout BeginCheckout(CheckoutTerms terms, HoldTerms hold, DateTime nowUtc)
    {
        if (Enrollment.PaymentRefusalFor(hold.MaxMoves, nowUtc) is { } reason)
            throw new InvalidOperationException($"No checkout: {reason}.");
        if (OpenCheckout is not null) throw new InvalidOperationException("The open checkout is resumed.");
        // A page for an address that was corrected meanwhile is not opened any more.
        if (checkouts.LastOrDefault(c => c.CanRepeatAt(nowUtc) && c.Email == Enrollment.Email) is { } starting) return starting;

        foreach (var lost in checkouts) lost.Fail("Given up: its page was never shown.", Actor.Student, nowUtc);
        Enrollment.MakeTimeForAttempt(hold, nowUtc);
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

    /// <summary>A request to send money back; a worker carries it to Stripe.</summary>
    /// <exception cref="InvalidOperationException">More than is left of the payment.</exception>
    public Refund RequestRefund(Payment payment, Money amount, RefundReason reason, Actor by, DateTime nowUtc)
    {
        if (amount.Minor <= 0 || amount.Minor > RefundableOf(payment).Minor)
            throw new InvalidOperationException("More than is left of the payment.");

        var refund = new Refund(this, payment, amount, reason, payment.IsOutside ? RefundOrigin.Outside : RefundOrigin.Us, nowUtc);
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

    /// <summary>What is left of a payment after refunds that stand and after what a bank took back; never below zero.</summary>
    public Money RefundableOf(Payment payment)
    {
        if (payment.Status != PaymentStatus.Succeeded) return Money.Zero(payment.Currency);

        var refunded = refunds.Where(r => r.IsOf(payment) && r.IsStanding).Sum(r => r.AmountMinor);
        var lost = disputes.Where(d => d.IsOf(payment) && d.Status == DisputeStatus.Lost).Sum(d => d.AmountMinor);
        return payment.Amount with { Minor = Math.Max(0, payment.AmountMinor - refunded - lost) };
    }

    /// <summary>Whether Stripe lets nobody send money of it back, because its bank contests it.</summary>
    public bool IsContested(Payment payment) => disputes.Exists(d => d.IsOf(payment) && d.BlocksRefunds);

    /// <param name="classesCounted">Those that have begun; staff may correct the number to those attended.</param>
    /// <remarks>Each takes one share of the classes bought: one added later costs nothing, one dropped is never counted.</remarks>
    public WithdrawalQuote QuoteWithdrawal(int classesCounted)
    {
        var counted = Math.Min(classesCounted, ClassesBought);
        var price = Paid.Minor < TotalMinor ? Paid : Total;
        var policy = RefundPolicy.QuoteFor(price + this.Credit(), counted, ClassesBought);
        return new WithdrawalQuote(policy, counted, ClassesBought, Paid - price, GoneBack + this.CreditGone())
        {
            Undecided = [.. payments.Where(p => p.Currency != Currency && !RefundableOf(p).IsZero)],
            WaitsForBank = payments.Exists(IsContested),
            IsOutside = payments.Count > 0 && payments.TrueForAll(p => p.IsOutside),
        };
    }

    /// <returns>The refund, ours or one of Stripe's dashboard, if it is new or its state changed, else null. May be repeated.</returns>
    public Refund? Apply(RefundFacts facts, Actor by, DateTime nowUtc)
    {
        var payment = payments.Single(p => p.PaymentIntentId == facts.PaymentIntentId);
        var known = refunds.Find(r => r.StripeRefundId == facts.RefundId)
            ?? refunds.Find(r => r.StripeRefundId is null && r.IsAskedForAs(payment, facts));
        var refund = known ?? Refund.Unknown(this, payment, facts, nowUtc);
        if (known is null) refunds.Add(refund);
        return refund.Apply(facts, by, nowUtc) ? refund : null;
    }

    /// <returns>The dispute if it is new or Stripe's word changed, else null. May be repeated.</returns>
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

    private IEnumerable<Payment> InOrderCurrency() => payments.Where(p => p.Status == PaymentStatus.Succeeded && p.Currency == Currency);

    /// <summary>Money that came another way than by Stripe pays for the seat.</summary>
    internal void AddOutside(OutsideMoney money, Actor by, DateTime nowUtc)
    {
        var payment = new Payment(this, money, nowUtc);
        payments.Add(payment);
        payment.Succeed(PaymentDecision.Confirms, by, nowUtc);
    }

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
