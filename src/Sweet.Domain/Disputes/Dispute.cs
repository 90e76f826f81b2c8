using Sweet.Domain.Cases;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Disputes;

/// <summary>A payment that its bank contests.</summary>
public sealed class Dispute
{
    public const int StripeIdMaxLength = 100;
    public const int StripeStatusMaxLength = 60;
    public const int ReasonMaxLength = 100;

    private Dispute()
    {
    }

    internal Dispute(Order order, Payment payment, DisputeFacts facts, DateTime nowUtc)
    {
        Order = order;
        Payment = payment;
        StripeDisputeId = facts.DisputeId;
        AmountMinor = facts.Amount.Minor;
        Currency = facts.Amount.Currency;
        Reason = facts.Reason.CutTo(ReasonMaxLength);
        OpenedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int OrderId { get; private set; }

    public Order Order { get; private set; } = null!;

    public int PaymentId { get; private set; }

    /// <summary>Its order's payment, also where nothing was tracked while it was read.</summary>
    public Payment Payment { get => field ??= Order.Payments.Single(p => p.Id == PaymentId); private set; }

    /// <summary>By number once it is saved: a payment may have been read twice, and then is two objects.</summary>
    public bool IsOf(Payment payment) => PaymentId == 0 ? Payment == payment : PaymentId == payment.Id;

    public string StripeDisputeId { get; private set; } = "";

    public DisputeStatus Status { get; private set; } = DisputeStatus.Open;

    /// <summary>Stripe's own word.</summary>
    public string StripeStatus { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>Until the bank decides, Stripe refuses to send the money back, except of an inquiry.</summary>
    public bool BlocksRefunds { get; private set; }

    /// <summary>More than once only after an appeal.</summary>
    public int TimesLost { get; private set; }

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Amount => new(AmountMinor, Currency);

    public DateTime OpenedAtUtc { get; private set; }

    public DateTime? ClosedAtUtc { get; private set; }

    /// <summary>Until when the bank takes our answer, as Stripe says.</summary>
    public DateTime? AnswerDueUtc { get; private set; }

    /// <summary>Whether a person has to answer the bank, or to look at a word of Stripe that we do not know.</summary>
    public bool WantsPerson => Status == DisputeStatus.Open && !StripeWords.IsUnderReview(StripeStatus);

    /// <summary>The bank asks before it takes the money; the same dispute may go on as a real one.</summary>
    public bool IsInquiry => StripeWords.IsInquiry(StripeStatus);

    /// <summary>An appeal has brought back what had been lost.</summary>
    public bool IsWonBack => Status == DisputeStatus.Won && TimesLost > 0;

    /// <summary>What a person has to decide on after a change, or null.</summary>
    /// <param name="movedTo">Of the seat that what it paid for has moved to, or null: a loss is decided on there.</param>
    public OpenCase? CaseFor(DateTime nowUtc, Order? movedTo = null) =>
        Status == DisputeStatus.Lost ? DisputeCases.Lost(this, nowUtc, movedTo)
        : IsWonBack && new WonBack(this).WantsPerson ? DisputeCases.WonBack(this, nowUtc)
        : WantsPerson ? DisputeCases.Opened(this, nowUtc)
        : null;

    /// <summary>Takes in what Stripe says. May be repeated; an appeal opens again what was closed.</summary>
    /// <returns>Whether Stripe's word changed.</returns>
    internal bool Apply(DisputeFacts facts, Actor by, DateTime nowUtc)
    {
        BlocksRefunds = facts.Status == DisputeStatus.Open && !facts.AllowsRefund;
        AnswerDueUtc = facts.AnswerDueUtc ?? AnswerDueUtc;
        var word = facts.StripeStatus.CutTo(StripeStatusMaxLength);
        if (StripeStatus == word) return false;

        Order.Enrollment.Record($"Dispute {StripeDisputeId}", StripeStatus.Length == 0 ? null : StripeStatus, word, by, nowUtc, Reason);
        if (facts.Status == DisputeStatus.Lost && Status != DisputeStatus.Lost) TimesLost++;
        StripeStatus = word;
        Status = facts.Status;
        ClosedAtUtc = Status == DisputeStatus.Open ? null : nowUtc;
        return true;
    }
}

public enum DisputeStatus
{
    Open,
    Won,
    Lost,
}
