using Sweet.Domain.Orders;

namespace Sweet.Domain.ByHand;

/// <summary>How a seat is paid that staff give.</summary>
/// <param name="Price">The price that was shown; another one by now is asked about again.</param>
/// <param name="Sum">What the seat costs: the price, or less with a reason.</param>
public sealed record HandTerms(HandWay Way, Money Price, Money Sum)
{
    /// <summary>Why it costs less than the price; for staff only, and kept.</summary>
    public string? Reason { get; init; }

    /// <summary>What came, of the sum; of <see cref="HandWay.PaidOutside"/> alone.</summary>
    public OutsideMoney? Received { get; init; }

    /// <summary>Until when staff wait for the payment; of <see cref="HandWay.Invoice"/> alone.</summary>
    public DateOnly? DueOn { get; init; }

    public string? InvoiceNumber { get; init; }

    /// <summary>How long the seat is held; of <see cref="HandWay.PaymentLink"/> alone.</summary>
    public TimeSpan HoldTime { get; init; }
}

public enum HandWay
{
    PaymentLink,
    PaidOutside,
    Invoice,
    Complimentary,
}

/// <summary>Why nobody is enrolled by hand so.</summary>
public enum HandRefusal
{
    /// <summary>The cohort is a draft, over or canceled, or has no class.</summary>
    NotTaken,

    /// <summary>Fewer seats are free than are asked for, or people in line wait for them.</summary>
    Full,

    /// <summary>The address has a seat in the cohort.</summary>
    AlreadyEnrolled,
    PriceChanged,

    /// <summary>Below zero, or zero where something is to be paid.</summary>
    NoSum,
    MoreThanPrice,

    /// <summary>Stripe takes no sum that small.</summary>
    TooLittleForStripe,
    ReasonMissing,

    /// <summary>The hold would outlast the last class.</summary>
    HoldTooLong,
}
