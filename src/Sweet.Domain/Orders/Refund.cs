namespace Sweet.Domain.Orders;

/// <summary>Money on its way back. The row is the wish; the call to Stripe follows from it. Never deleted.</summary>
public sealed class Refund
{
    public const int KeyMaxLength = 60;
    public const int StripeIdMaxLength = 100;
    public const int FailureMaxLength = 500;

    /// <summary>Stripe forgets a key after a day; an hour of distance.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromHours(23);

    private Refund()
    {
    }

    internal Refund(Order order, Payment payment, Money amount, RefundReason reason, RefundOrigin origin, DateTime nowUtc)
    {
        Order = order;
        Payment = payment;
        AmountMinor = amount.Minor;
        Currency = amount.Currency;
        Reason = reason;
        Origin = origin;
        RequestedAtUtc = nowUtc;
        KeyCreatedAtUtc = nowUtc;
        NextAttemptAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int OrderId { get; private set; }

    public Order Order { get; private set; } = null!;

    public int PaymentId { get; private set; }

    public Payment Payment { get; private set; } = null!;

    public RefundStatus Status { get; private set; } = RefundStatus.Requested;

    public RefundOrigin Origin { get; private set; }

    public RefundReason Reason { get; private set; }

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Amount => new(AmountMinor, Currency);

    public string IdempotencyKey { get; private set; } = RandomText.Token();

    public DateTime KeyCreatedAtUtc { get; private set; }

    /// <summary>Stripe's id, once Stripe has answered.</summary>
    public string? StripeRefundId { get; private set; }

    public DateTime RequestedAtUtc { get; private set; }

    public DateTime? SettledAtUtc { get; private set; }

    public int Attempts { get; private set; }

    public DateTime NextAttemptAtUtc { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>Counts against the payment: all but what failed or was cancelled.</summary>
    public bool IsStanding => Status is not (RefundStatus.Failed or RefundStatus.Cancelled);

    /// <summary>Stripe has answered a failure that it replays under the key.</summary>
    public bool IsKeySpent { get; private set; }

    public bool HasKeyAt(DateTime nowUtc) => !IsKeySpent && nowUtc - KeyCreatedAtUtc < KeyLife;

    /// <summary>What a person has to decide on after a change of state, or null.</summary>
    public OpenCase? CaseFor(DateTime nowUtc) =>
        Status == RefundStatus.Failed ? OpenCase.ForRefund(this, nowUtc)
        : Origin == RefundOrigin.Stripe && Order.State == OrderState.Refunded && Order.Enrollment.IsLive ? OpenCase.ForRefundAtStripe(this, nowUtc)
        : null;

    /// <summary>A new call under a new key: only once Stripe was asked and has no refund with our reference.</summary>
    /// <param name="spentKey">The key that was found spent: if another instance has replaced it meanwhile, its key stays.</param>
    public void TakeNewKey(string spentKey, DateTime nowUtc)
    {
        if (IdempotencyKey != spentKey) return;
        if (Status != RefundStatus.Requested) throw new InvalidOperationException($"A {Status} refund is not asked for again.");

        IdempotencyKey = RandomText.Token();
        KeyCreatedAtUtc = nowUtc;
        IsKeySpent = false;
    }

    /// <summary>Stripe gave no usable answer; the same is asked again later.</summary>
    /// <param name="isAnswerStored">Stripe replays its failure under this key: the next attempt looks for the refund first, and takes a new key.</param>
    public void Postpone(TimeSpan wait, bool isAnswerStored, DateTime nowUtc)
    {
        Attempts++;
        NextAttemptAtUtc = nowUtc + wait;
        if (isAnswerStored) IsKeySpent = true;
    }

    /// <summary>Takes in what Stripe says. May be repeated; what is final goes back only where a bank returns the money.</summary>
    /// <returns>Whether the state changed.</returns>
    internal bool Apply(RefundFacts facts, Actor by, DateTime nowUtc)
    {
        StripeRefundId ??= facts.RefundId;
        if (Status == facts.Status || !CanBecome(facts.Status)) return false;

        Failure = facts.FailureReason is { Length: > FailureMaxLength } long_ ? long_[..FailureMaxLength] : facts.FailureReason;
        Become(facts.Status, by, nowUtc);
        return true;
    }

    /// <summary>Stripe will not do it: a person has to.</summary>
    internal void Refuse(string reason, Actor by, DateTime nowUtc)
    {
        Failure = reason.Length <= FailureMaxLength ? reason : reason[..FailureMaxLength];
        Become(RefundStatus.Failed, by, nowUtc);
    }

    private bool CanBecome(RefundStatus to) => Status switch
    {
        RefundStatus.Requested => true,
        RefundStatus.Pending => to != RefundStatus.Requested,
        RefundStatus.RequiresAction => to != RefundStatus.Requested,
        RefundStatus.Succeeded => to == RefundStatus.Failed,
        _ => false,
    };

    private void Become(RefundStatus to, Actor by, DateTime nowUtc)
    {
        Order.Enrollment.Record($"Refund {StripeRefundId ?? "new"}", Status.ToString(), to.ToString(), by, nowUtc, Failure);
        Status = to;
        SettledAtUtc = nowUtc;
    }
}

public enum RefundStatus
{
    Requested,
    Pending,
    RequiresAction,
    Succeeded,
    Failed,
    Cancelled,
}

public enum RefundOrigin
{
    Us,

    /// <summary>Made in Stripe's dashboard.</summary>
    Stripe,
}

public enum RefundReason
{
    NoSeat,
    PaidTwice,
    EnrolledElsewhere,
    EnrollmentCancelled,
    Withdrew,
    CohortCancelled,
    Staff,
    MadeAtStripe,
}

public static class RefundQueries
{
    /// <summary>Wishes that Stripe has not answered yet, the oldest first.</summary>
    public static IQueryable<Refund> ToSendAt(this IQueryable<Refund> refunds, DateTime nowUtc) =>
        refunds.Where(r => r.Status == RefundStatus.Requested && r.NextAttemptAtUtc <= nowUtc).OrderBy(r => r.RequestedAtUtc);
}
