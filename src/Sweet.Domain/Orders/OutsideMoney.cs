namespace Sweet.Domain.Orders;

/// <summary>Money that came to the institute another way than by Stripe, as staff have it in their books.</summary>
/// <param name="Reference">What it is found by there: the number of the check or the transfer.</param>
public sealed record OutsideMoney(Money Amount, OutsideWay Way, string Reference, DateTime ReceivedAtUtc);

/// <summary>How money comes or goes without Stripe.</summary>
public enum OutsideWay
{
    BankTransfer,
    Check,
    Cash,
    Other,
}
