namespace Sweet.Domain.Transfers;

/// <summary>Why a seat does not move to another cohort.</summary>
public enum TransferRefusal
{
    /// <summary>Not paid, or ended: given back, or moved by somebody else.</summary>
    NotConfirmed,

    /// <summary>Nobody knows anymore whose seat it was.</summary>
    Erased,

    /// <summary>A transfer waits for its payment.</summary>
    UnderWay,

    /// <summary>A bank contests its payment or one that came along, or it was paid in another currency than its price's.</summary>
    MoneyInDoubt,

    /// <summary>It is paid by an invoice that nobody has paid yet: nothing that could pay for another seat is there.</summary>
    InvoiceUnpaid,

    SameCohort,
    OtherCurrency,

    /// <summary>Draft, begun, past or canceled.</summary>
    NotOpen,

    /// <summary>No seat is free that nobody in line waits for.</summary>
    Full,

    AlreadyEnrolled,

    /// <summary>Price, early price or a class that began has changed the sum since it was shown.</summary>
    SumChanged,
}
