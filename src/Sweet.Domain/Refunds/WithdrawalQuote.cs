using Sweet.Domain.Orders;

namespace Sweet.Domain.Refunds;

/// <summary>What a withdrawal gives back, with all that it is computed of.</summary>
/// <param name="Policy">The rule of the institute, on what was paid for the seat: its price at the most.</param>
/// <param name="ClassesCounted">Those that have begun, or as many as staff say; never more than were bought.</param>
/// <param name="Classes">As many as were bought.</param>
/// <param name="Excess">Paid beyond the price: comes back in full.</param>
/// <param name="GoneBack">What goes or went back before: refunds, and what a bank took.</param>
public sealed record WithdrawalQuote(RefundQuote Policy, int ClassesCounted, int Classes, Money Excess, Money GoneBack)
{
    /// <summary>Never below zero, and never more than is left of the payments.</summary>
    public Money Back => Policy.Back with { Minor = Math.Max(0, (Policy.Back + Excess - GoneBack).Minor) };

    /// <summary>The price of each class; they sum to what was paid for the seat.</summary>
    public IReadOnlyList<Money> Shares =>
        [.. RefundPolicy.SharesOf(Policy.Paid, Classes).Select(minor => Policy.Paid with { Minor = minor })];

    /// <summary>Over before the seat was the student's; none of <see cref="Classes"/>.</summary>
    public int ClassesOver { get; init; }

    /// <summary>Payments in a currency that the price is not in: a person decides how much of them goes back.</summary>
    public IReadOnlyList<Payment> Undecided { get; init; } = [];

    /// <summary>A bank contests a payment: what comes out of it waits until the bank has decided.</summary>
    public bool WaitsForBank { get; init; }

    /// <summary>Stripe never had any of it: a person returns it.</summary>
    public bool IsOutside { get; init; }

    /// <summary>For the history.</summary>
    public override string ToString() => $"{ClassesCounted} of {Classes} classes begun; {Back} comes back.";
}

/// <param name="Refunds">None if nothing comes back.</param>
public sealed record Withdrawal(WithdrawalQuote Quote, IReadOnlyList<Refund> Refunds);
