namespace Sweet.Domain.Orders;

public sealed class OrderLine
{
    public const int DescriptionMaxLength = 200;

    private OrderLine()
    {
    }

    internal OrderLine(OrderLineKind kind, string description, long amountMinor)
    {
        Kind = kind;
        Description = description.CutTo(DescriptionMaxLength);
        AmountMinor = amountMinor;
    }

    public OrderLineKind Kind { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>Below zero for what lowers the price.</summary>
    public long AmountMinor { get; private set; }
}

public enum OrderLineKind
{
    Course,
    EarlyPrice,
    Voucher,

    /// <summary>What the seat is worth that it takes the place of.</summary>
    TransferCredit,

    /// <summary>What of the rest staff do not ask for.</summary>
    Waived,
}
