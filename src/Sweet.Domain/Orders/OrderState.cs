namespace Sweet.Domain.Orders;

/// <summary>Computed from an order's rows, never stored.</summary>
public enum OrderState
{
    Unpaid,
    Abandoned,
    Processing,
    Paid,
    PartlyRefunded,
    Refunded,
    Overpaid,
    Disputed,
}

/// <summary>What a settlement came to: decides which email tells it.</summary>
public enum Settlement
{
    /// <summary>Known already, or nothing has happened at Stripe yet.</summary>
    Nothing,
    CheckoutExpired,
    HoldEnded,
    AwaitsBank,
    PaymentFailed,
    Confirmed,
    RefundRequested,

    /// <summary>All of it had gone back at Stripe before we heard of it; the refund is told by its own news.</summary>
    RefundedAtStripe,

    /// <summary>It was settled before an older copy of the database was restored: refunds at Stripe say how.</summary>
    SettledBefore,
    CaseOpened,
}
