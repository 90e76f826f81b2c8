namespace Sweet.Domain.Cases;

public enum OpenCaseKind
{
    AmountDiffers,
    CurrencyDiffers,
    ContradictingReferences,
    UnclaimedPayment,

    /// <summary>The seat came into other hands between the opening of the payment page and the payment.</summary>
    PaidForAnother,
    RefundFailed,
    RefundedAtStripe,
    DisputeOpened,
    DisputeLost,
    MessageFailed,

    /// <summary>Stripe uses a word for a refund that we do not know.</summary>
    UnknownAtStripe,

    /// <summary>Stripe has not taken a refund for a day.</summary>
    RefundStuck,

    /// <summary>Somebody withdrew, and the rule gives no sum.</summary>
    WithdrawalUndecided,

    /// <summary>Nothing was compared with Stripe for longer than Stripe lists its events.</summary>
    ReconciliationGap,

    /// <summary>An older copy of the database was put in place.</summary>
    DatabaseRestored,

    /// <summary>Refunds wait until our account at Stripe holds enough money.</summary>
    BalanceShort,

    /// <summary>An appeal has brought money back of a seat that ended while the bank had it.</summary>
    DisputeWonBack,

    /// <summary>After a restore: somebody had paid before it, and no seat is found for them.</summary>
    NoSeatAfterRestore,

    /// <summary>After a restore: refunds at Stripe show that something was decided on a payment, but not what.</summary>
    DecidedBefore,

    /// <summary>An object at Stripe that comparison after comparison cannot settle.</summary>
    UnsettledAtStripe,

    /// <summary>Stripe refuses to open a page to pay on, and would refuse it again.</summary>
    CheckoutRefused,
}
