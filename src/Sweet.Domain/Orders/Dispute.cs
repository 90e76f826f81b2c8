namespace Sweet.Domain.Orders;

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
        Reason = facts.Reason;
        OpenedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int OrderId { get; private set; }

    public Order Order { get; private set; } = null!;

    public int PaymentId { get; private set; }

    public Payment Payment { get; private set; } = null!;

    public string StripeDisputeId { get; private set; } = "";

    public DisputeStatus Status { get; private set; } = DisputeStatus.Open;

    /// <summary>Stripe's own word.</summary>
    public string StripeStatus { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Amount => new(AmountMinor, Currency);

    public DateTime OpenedAtUtc { get; private set; }

    public DateTime? ClosedAtUtc { get; private set; }

    /// <summary>Takes in what Stripe says. May be repeated.</summary>
    /// <returns>Whether Stripe's word changed.</returns>
    internal bool Apply(DisputeFacts facts, Actor by, DateTime nowUtc)
    {
        if (StripeStatus == facts.StripeStatus) return false;

        Order.Enrollment.Record($"Dispute {StripeDisputeId}", StripeStatus.Length == 0 ? null : StripeStatus, facts.StripeStatus, by, nowUtc, Reason);
        StripeStatus = facts.StripeStatus;
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
