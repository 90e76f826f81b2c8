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

/// <summary>What a settlement came to: decides which mail tells it.</summary>
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

    /// <summary>It was settled before an older copy of the database was restored: refunds at Stripe say how.</summary>
    SettledBefore,
    CaseOpened,
}
