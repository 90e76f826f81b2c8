using Sweet.Domain.Settlements;

namespace Sweet.Domain.Orders;

/// <summary>Money that moved, or is on its way: one row a payment intent at Stripe, or one that staff wrote down as paid outside.</summary>
public sealed class Payment
{
    public const int StripeIdMaxLength = 100;
    public const int MethodMaxLength = 40;
    public const int BrandMaxLength = 40;
    public const int LastDigitsMaxLength = 10;
    public const int FailureMaxLength = 500;
    public const int OutsideReferenceMaxLength = 60;

    /// <summary>Names in the history what Stripe has no id for.</summary>
    public const string Outside = "outside";

    private Payment()
    {
    }

    internal Payment(Order order, Checkout checkout, PaymentFacts facts, DateTime nowUtc)
    {
        Order = order;
        Checkout = checkout;
        PaymentIntentId = facts.PaymentIntentId;
        AmountMinor = facts.Amount.Minor;
        Currency = facts.Amount.Currency;
        CreatedAtUtc = nowUtc;
    }

    internal Payment(Order order, OutsideMoney money, DateTime nowUtc)
    {
        Order = order;
        AmountMinor = money.Amount.Minor;
        Currency = money.Amount.Currency;
        OutsideWay = money.Way;
        OutsideReference = money.Reference.CutTo(OutsideReferenceMaxLength);
        FeeMinor = 0;
        CapturedAtUtc = money.ReceivedAtUtc;
        CreatedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int OrderId { get; private set; }

    public Order Order { get; private set; } = null!;

    public int? CheckoutId { get; private set; }

    public Checkout? Checkout { get; private set; }

    public PaymentStatus Status { get; private set; } = PaymentStatus.Processing;

    /// <summary>What was decided when the money was there; null before, and changed after only by <see cref="Reconsider"/>.</summary>
    public PaymentDecision? Decision { get; private set; }

    /// <summary>Null where it was paid outside.</summary>
    public string? PaymentIntentId { get; private set; }

    /// <summary>For what is asked of Stripe, or said of it.</summary>
    /// <exception cref="InvalidOperationException">It was paid outside.</exception>
    public string IdAtStripe => PaymentIntentId ?? throw new InvalidOperationException("Stripe knows nothing of what was paid outside.");

    /// <summary>How it was paid where Stripe has no part in it: nothing of it is ever asked for there.</summary>
    public OutsideWay? OutsideWay { get; private set; }

    /// <summary>The number of the check or the transfer.</summary>
    public string? OutsideReference { get; internal set; }

    public bool IsOutside => OutsideWay is not null;

    public string? ChargeId { get; private set; }

    public string? BalanceTransactionId { get; private set; }

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Amount => new(AmountMinor, Currency);

    /// <summary>Stripe's fee, in minor units of the balance's currency.</summary>
    public long? FeeMinor { get; private set; }

    public string? Method { get; private set; }

    /// <summary>Stripe's name of the card's brand, like "visa"; null for what is no card.</summary>
    public string? CardBrand { get; private set; }

    /// <summary>Of the card's or the bank account's number, as receipts show it.</summary>
    public string? LastDigits { get; private set; }

    public string? Failure { get; private set; }

    public DateTime CreatedAtUtc { get; private set; }

    /// <summary>When the money arrived at Stripe, as Stripe says, or with us, as staff say.</summary>
    public DateTime? CapturedAtUtc { get; private set; }

    public DateTime? SettledAtUtc { get; private set; }

    internal void Describe(PaymentFacts facts)
    {
        AmountMinor = facts.Amount.Minor;
        Currency = facts.Amount.Currency;
        ChargeId = facts.ChargeId ?? ChargeId;
        Method = facts.Method?.CutTo(MethodMaxLength) ?? Method;
        CardBrand = facts.CardBrand?.CutTo(BrandMaxLength) ?? CardBrand;
        LastDigits = facts.LastDigits?.CutTo(LastDigitsMaxLength) ?? LastDigits;
        FeeMinor = facts.FeeMinor ?? FeeMinor;
        BalanceTransactionId = facts.BalanceTransactionId ?? BalanceTransactionId;
        CapturedAtUtc = facts.CapturedAtUtc ?? CapturedAtUtc;
    }

    internal void Succeed(PaymentDecision decision, Actor by, DateTime nowUtc)
    {
        if (Decision is not null) throw new InvalidOperationException($"The payment was settled already: {Decision}.");

        Decision = decision;
        Become(PaymentStatus.Succeeded, by, nowUtc, decision.ToString());
    }

    /// <summary>Late money waits in line, and then pays for a seat or goes back after all: nothing else is decided twice.</summary>
    internal void Reconsider(PaymentDecision decision, Actor by, DateTime nowUtc)
    {
        if ((Decision, decision) is not ((PaymentDecision.RefundNoSeat, PaymentDecision.WaitsInLine)
            or (PaymentDecision.WaitsInLine, PaymentDecision.Confirms or PaymentDecision.RefundNoSeat)))
            throw new InvalidOperationException($"The payment was settled already: {Decision}.");

        Order.Enrollment.Record($"Payment {PaymentIntentId ?? Outside}", Decision.ToString(), decision.ToString(), by, nowUtc);
        Decision = decision;
    }

    internal void Fail(string? reason, Actor by, DateTime nowUtc)
    {
        if (Status != PaymentStatus.Processing) return;

        Failure = reason?.CutTo(FailureMaxLength);
        Become(PaymentStatus.Failed, by, nowUtc, reason);
    }

    private void Become(PaymentStatus to, Actor by, DateTime nowUtc, string? note)
    {
        Order.Enrollment.Record($"Payment {PaymentIntentId ?? Outside}", Status.ToString(), to.ToString(), by, nowUtc, note);
        Status = to;
        SettledAtUtc = nowUtc;
    }
}

public enum PaymentStatus
{
    Processing,
    Succeeded,
    Failed,
}

/// <summary>What a captured payment is settled as: exactly one of these.</summary>
public enum PaymentDecision
{
    Confirms,

    /// <summary>The hold had ended, and no seat is free any more.</summary>
    RefundNoSeat,

    /// <summary>As before, and the payer lets it wait with a place in line: it pays for a seat there, or goes back.</summary>
    WaitsInLine,

    RefundPaidTwice,

    RefundEnrolledElsewhere,

    RefundCancelled,

    /// <summary>Somebody had sent all of it back at Stripe before we heard of it: it pays for nothing.</summary>
    RefundedAtStripe,

    /// <summary>Amount or currency differ from what was due: the seat is kept, and staff decide.</summary>
    OpenCase,
}
