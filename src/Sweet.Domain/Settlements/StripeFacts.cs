using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Settlements;

/// <summary>What Stripe says of a session now; the only thing that settles a checkout.</summary>
/// <param name="Payment">Null until an attempt to pay was made.</param>
public sealed record SessionFacts(string SessionId, SessionState State, PaymentFacts? Payment)
{
    /// <summary>How the references that Stripe keeps contradict what we know of the session; null if they agree.</summary>
    public string? Contradiction { get; init; }

    /// <summary>It was paid before an older copy of the database was put in place: what came of it then is not known here.</summary>
    public bool IsFromBeforeRestore { get; init; }
}

public enum SessionState
{
    Open,
    Complete,
    Expired,
}

/// <param name="Amount">What was captured, or is on its way.</param>
public sealed record PaymentFacts(string PaymentIntentId, PaymentStatus Status, Money Amount)
{
    public string? ChargeId { get; init; }

    /// <summary>Stripe's name of the kind of method, like "card".</summary>
    public string? Method { get; init; }

    /// <summary>Stripe's name of the card's brand, like "visa".</summary>
    public string? CardBrand { get; init; }

    public string? LastDigits { get; init; }

    public long? FeeMinor { get; init; }

    public string? BalanceTransactionId { get; init; }

    public string? FailureReason { get; init; }

    /// <summary>Null until the money is there.</summary>
    public DateTime? CapturedAtUtc { get; init; }

    /// <summary>What has gone back of it already, as far as Stripe tells it with the payment.</summary>
    public IReadOnlyList<RefundFacts> Refunds { get; init; } = [];

    /// <summary>What has not gone back of it, and is not on its way back.</summary>
    public Money Rest => Amount with
    {
        Minor = Amount.Minor - Refunds.Where(r => r.Status is not (RefundStatus.Failed or RefundStatus.Cancelled)).Sum(r => r.Amount.Minor),
    };

    public bool IsAllGoneBack => Amount.Minor > 0 && Rest.Minor <= 0;
}

/// <param name="Reference">The id of our refund row that Stripe keeps for us; null for one made in its dashboard.</param>
public sealed record RefundFacts(
    string RefundId, string PaymentIntentId, RefundStatus Status, Money Amount, int? Reference, string? FailureReason)
{
    /// <summary>Stripe's own word; an unknown one means "look at it".</summary>
    public string? StripeStatus { get; init; }

    /// <summary>Stripe's word for what a pending refund waits for, like "insufficient_funds".</summary>
    public string? PendingReason { get; init; }

    /// <summary>Why we asked for it, as Stripe keeps it for us; null for one made in its dashboard.</summary>
    public RefundReason? Reason { get; init; }

    /// <summary>What was chosen as the reason in Stripe's dashboard, in Stripe's word, like "duplicate".</summary>
    public string? StripeReason { get; init; }

    public DateTime? CreatedAtUtc { get; init; }
}

/// <param name="StripeStatus">Stripe's own word; an unknown one means "look at it".</param>
public sealed record DisputeFacts(
    string DisputeId, string PaymentIntentId, DisputeStatus Status, string StripeStatus, string Reason, Money Amount)
{
    /// <summary>Whether Stripe lets us send the money back while the dispute is open: of an inquiry it does.</summary>
    public bool AllowsRefund { get; init; }

    /// <summary>Until when the bank takes our answer; null where Stripe gives none.</summary>
    public DateTime? AnswerDueUtc { get; init; }
}
