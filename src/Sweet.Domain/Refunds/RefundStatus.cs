namespace Sweet.Domain.Refunds;

/// <summary>Why a refund is not tried again.</summary>
public enum RetryRefusal
{
    /// <summary>It neither failed nor was cancelled.</summary>
    NotFailed,

    /// <summary>Another row tries it again already.</summary>
    TriedAgain,

    /// <summary>All of the payment has gone back by now, or a withdrawal has counted it.</summary>
    NothingLeft,
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

    /// <summary>Asked for by us of money that was paid outside: a person returns it, and writes that down.</summary>
    Outside,
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

    /// <summary>What a seat was worth beyond the price of the one that it moved to.</summary>
    Transferred,
}
