namespace Sweet.Domain.Refunds;

/// <summary>What staff send back of an enrollment's money, and whether its seat ends with it.</summary>
public sealed record StaffRefund(RefundSum How, bool EndsSeat)
{
    /// <summary>In whole units of the currency, where it is another sum.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Null: of all payments, what no bank contests first.</summary>
    public int? PaymentId { get; init; }

    /// <summary>Classes that count as begun; null: those that have.</summary>
    public int? ClassesCounted { get; init; }

    /// <summary>For staff only, and kept.</summary>
    public string? Reason { get; init; }

    /// <summary><see cref="StaffRefundRules.Seen"/> as the page showed it.</summary>
    public string? Seen { get; init; }
}

public enum RefundSum
{
    ByRule,
    All,
    Other,
    Nothing,
}

/// <summary>Why staff cannot send money back, or end a seat, as they ask.</summary>
public enum StaffRefundRefusal
{
    /// <summary>Money or seat moved since the page was opened, or a class has begun.</summary>
    Changed,

    /// <summary>The seat is not confirmed, or its cohort is over or canceled.</summary>
    SeatDoesNotEnd,

    /// <summary>Fewer than none, or more classes than were bought.</summary>
    WrongCount,
    NoSuchPayment,

    /// <summary>The rule is for a seat that ends.</summary>
    NoRule,
    SumMissing,

    /// <summary>Not above zero, or finer than the currency.</summary>
    NoSum,
    MoreThanLeft,

    /// <summary>It waits in line for a seat that costs all of it.</summary>
    WaitsWhole,
    NothingToDo,
    ReasonMissing,
}
