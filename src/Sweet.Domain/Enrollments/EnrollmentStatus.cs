namespace Sweet.Domain.Enrollments;

public enum EnrollmentStatus
{
    /// <summary>Keeps a seat until <see cref="Enrollment.HeldUntilUtc"/>, and until Stripe agrees that nothing was paid.</summary>
    Held,

    /// <summary>Keeps a seat while a bank works on the payment, or staff on an open case.</summary>
    Processing,
    Confirmed,
    Expired,
    Cancelled,
}

public enum ExpiryReason
{
    TimeOver,
    GivenBack,
    BankRefused,

    /// <summary>An older copy of the database was restored, and Stripe says that nobody can pay on its page any more.</summary>
    EndedAtStripe,

    /// <summary>Its address went back to another enrollment, whose owner took a change of address back.</summary>
    AddressTakenBack,

    /// <summary>Staff ended the hold, or sent the payment back that a case was about.</summary>
    Staff,

    CohortCancelled,

    /// <summary>It waited for the difference of a transfer, and the seat that should move has ended.</summary>
    EarlierSeatEnded,
}

public enum CancellationReason
{
    Withdrew,
    CohortCancelled,
    Disputed,
    Staff,

    /// <summary>The seat moved to another cohort.</summary>
    Transferred,
}

public enum EnrollmentRefusal
{
    NotOpenYet,
    NotOpen,
    AlreadyEnrolled,
    Full,

    TooManyHolds,

    PriceChanged,

    /// <summary>The seat that was offered from the waitlist has lapsed, or was taken or given up.</summary>
    OfferOver,
}

public enum WithdrawalRefusal
{
    Ended,

    /// <summary>It is not paid: a held seat is returned in another way, and an ended one is free already.</summary>
    NotConfirmed,

    /// <summary>The institute cancelled the cohort, and sends back all of it.</summary>
    CohortCancelled,

    CohortOver,
}

public enum PaymentRefusal
{
    /// <summary>The seat is no longer held: paid, on its way, or given back, or about to end with its cohort.</summary>
    NotHeld,

    /// <summary>The end of the hold has been moved as often as it may be, and too little time is left.</summary>
    NoTimeLeft,

    /// <summary>The total is zero: it is confirmed, not paid.</summary>
    NothingToPay,

    /// <summary>It is the difference of a transfer, and the seat that should move has ended, or its worth is gone.</summary>
    EarlierSeatEnded,
}
