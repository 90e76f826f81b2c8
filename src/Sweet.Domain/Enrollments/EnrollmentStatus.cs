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

/// <summary>Why an unpaid seat went back.</summary>
public enum ExpiryReason
{
    TimeOver,
    GivenBack,
    BankRefused,

    /// <summary>Staff sent the payment back that a case was about.</summary>
    Staff,
}

public enum CancellationReason
{
    Withdrew,
    Transferred,
    CohortCancelled,
    Disputed,
    Staff,
}

public enum EnrollmentRefusal
{
    NotOpenYet,
    NotOpen,
    AlreadyEnrolled,
    Full,

    /// <summary>The same client holds too many unpaid seats.</summary>
    TooManyHolds,

    /// <summary>The price is no longer the one that the form showed.</summary>
    PriceChanged,
}

/// <summary>Why a seat cannot be given back by withdrawing.</summary>
public enum WithdrawalRefusal
{
    /// <summary>It was given back before.</summary>
    Ended,

    /// <summary>It is not paid: a held seat is returned in another way, and an ended one is free already.</summary>
    NotConfirmed,

    /// <summary>The institute cancelled the cohort, and sends back all of it.</summary>
    CohortCancelled,

    /// <summary>The last class is over.</summary>
    CohortOver,
}

/// <summary>Why an attempt to pay cannot begin.</summary>
public enum PaymentRefusal
{
    /// <summary>The seat is no longer held: paid, on its way, or given back.</summary>
    NotHeld,

    /// <summary>The end of the hold has been moved as often as it may be, and too little time is left.</summary>
    NoTimeLeft,

    /// <summary>The total is zero: it is confirmed, not paid.</summary>
    NothingToPay,
}
