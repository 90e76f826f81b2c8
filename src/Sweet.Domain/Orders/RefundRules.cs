namespace Sweet.Domain.Orders;

/// <summary>What becomes of refunds that Stripe was not asked for yet, or refuses. Only with the cohort locked and all read afresh.</summary>
public sealed class RefundRules(Order order, Actor by, DateTime nowUtc)
{
    private const string GivenBackByBank = "The bank has given the money back.";

    /// <summary>A bank has taken its money back: what waited for the bank is given up, and what it owes beyond that is asked for anew.</summary>
    public Replacement Lost(Dispute dispute) => Replace(dispute.Payment, dispute.AmountMinor, GivenBackByBank);

    /// <summary>An appeal has brought the money back from the bank: what was given up because of it is owed again.</summary>
    /// <returns>The refund that asks for it, or null if nothing is owed. May be repeated.</returns>
    public Refund? Won(Dispute dispute)
    {
        var all = order.Refunds.Where(r => r.Payment == dispute.Payment).ToList();
        var givenUp = all.Where(r => r is { Status: RefundStatus.Cancelled, StripeRefundId: null, Failure: GivenBackByBank }).ToList();
        if (givenUp.Count == 0) return null;

        var sentInstead = all.SkipWhile(r => r != givenUp[0]).Where(r => r.IsStanding).Sum(r => r.AmountMinor);
        var owed = Math.Min(givenUp.Sum(r => r.AmountMinor) - sentInstead, order.RefundableOf(dispute.Payment).Minor);
        return owed > 0 ? order.RequestRefund(dispute.Payment, givenUp[0].Amount with { Minor = owed }, givenUp[0].Reason, by, nowUtc) : null;
    }

    /// <summary>
    /// Stripe refuses a refund. It waits on if a bank contests its payment; it is given up if the money went back at Stripe
    /// meanwhile; else it has failed, and a person decides.
    /// </summary>
    public Replacement Refused(Refund refund, string reason)
    {
        if (refund.Status != RefundStatus.Requested) return Replacement.None;

        if (refund.WaitsForBank)
        {
            refund.Postpone(TimeSpan.Zero, isAnswerStored: true, nowUtc);
            return Replacement.None;
        }

        if (IsOvertaken(refund)) return Replace(refund.Payment, HeardOfSince(refund), "The money went back at Stripe.");

        refund.Refuse(reason, by, nowUtc);
        return Replacement.None;
    }

    private Replacement Replace(Payment payment, long gone, string why)
    {
        List<Refund> givenUp = [.. order.Refunds.Where(r => r.Payment == payment && r.Status == RefundStatus.Requested)];
        List<Refund> anew = [];
        foreach (var refund in givenUp)
        {
            refund.GiveUp(why, by, nowUtc);
            var owed = Math.Min(Math.Max(0, refund.AmountMinor - gone), order.RefundableOf(payment).Minor);
            gone = Math.Max(0, gone - refund.AmountMinor);
            if (owed > 0) anew.Add(order.RequestRefund(payment, refund.Amount with { Minor = owed }, refund.Reason, by, nowUtc));
        }

        return new Replacement(givenUp, anew);
    }

    // The refund itself counts as standing: more stands than was paid, once something else has taken its money.
    private bool IsOvertaken(Refund refund) =>
        order.Refunds.Where(r => r.Payment == refund.Payment && r.IsStanding).Sum(r => r.AmountMinor) > refund.Payment.AmountMinor;

    // By when we heard of it, not by when it was made: what was known when the refund was asked for is counted in it already.
    private long HeardOfSince(Refund refund) =>
        order.Refunds.SkipWhile(r => r != refund)
            .Where(r => r.Payment == refund.Payment && r is { Origin: RefundOrigin.Stripe, IsStanding: true })
            .Sum(r => r.AmountMinor);
}

/// <param name="GivenUp">Cancelled before Stripe was asked.</param>
/// <param name="Anew">Asks for what is still owed.</param>
public sealed record Replacement(IReadOnlyList<Refund> GivenUp, IReadOnlyList<Refund> Anew)
{
    public static readonly Replacement None = new([], []);
}
