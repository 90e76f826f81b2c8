using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Refunds;

/// <summary>What becomes of refunds that Stripe was not asked for yet, or refuses. The cohort is locked, and all is read afresh.</summary>
public sealed class RefundRules(Order order, Actor by, DateTime nowUtc)
{
    /// <summary>
    /// Takes in what Stripe says of a refund. One that we had given up and that Stripe has made all the same stands: what was
    /// asked for in its stead is given up, as far as it is not owed beyond it. May be repeated.
    /// </summary>
    public RefundNews Take(RefundFacts facts)
    {
        var givenUp = order.Refunds.Where(r => r.IsGivenUp).ToList();
        var changed = order.Apply(facts, by, nowUtc);
        return changed is null || !givenUp.Contains(changed)
            ? new RefundNews(changed, Replacement.None)
            : new RefundNews(changed, Replace(InsteadOf(changed), changed.AmountMinor, "Stripe had made the one before it."));
    }

    /// <summary>A bank has taken its money: what waited for the bank is given up, and what it owes beyond that is asked for anew.</summary>
    public Replacement Lost(Dispute dispute) =>
        Replace(RequestedOf(dispute.Payment), dispute.AmountMinor, "The bank has given the money back.");

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

        if (IsOvertaken(refund))
        {
            var gone = new StillOwed(order).HeardOfSince(refund).Minor;
            return Replace(RequestedOf(refund.Payment), gone, "The money went back at Stripe.");
        }

        refund.Refuse(reason, by, nowUtc);
        return Replacement.None;
    }

    /// <summary>
    /// What went back at Stripe without our knowing is part of what the rule gives back to who withdrew: so much less is asked
    /// for. May be repeated.
    /// </summary>
    public Replacement Reconsidered(Refund refund)
    {
        if (refund is not { Status: RefundStatus.Requested, Reason: RefundReason.Withdrew }) return Replacement.None;

        List<Refund> requested = [.. order.Refunds.Where(r =>
            r is { Status: RefundStatus.Requested, Reason: RefundReason.Withdrew } && r.Currency == refund.Currency)];
        var gone = order.Refunds.SkipWhile(r => r != requested[0])
            .Where(r => r is { IsHeardOf: true, IsStanding: true } && r.Currency == refund.Currency)
            .Sum(r => r.AmountMinor);
        return gone == 0 ? Replacement.None : Replace(requested, gone, "The money went back at Stripe.");
    }

    private Replacement Replace(List<Refund> givenUp, long gone, string why)
    {
        List<Refund> anew = [];
        foreach (var refund in givenUp)
        {
            refund.GiveUp(why, by, nowUtc);
            var owed = Math.Min(Math.Max(0, refund.AmountMinor - gone), order.RefundableOf(refund.Payment).Minor);
            gone = Math.Max(0, gone - refund.AmountMinor);
            if (owed > 0) anew.Add(order.RequestRefund(refund.Payment, refund.Amount with { Minor = owed }, refund.Reason, by, nowUtc));
        }

        return new Replacement(givenUp, anew);
    }

    private List<Refund> RequestedOf(Payment payment) =>
        [.. order.Refunds.Where(r => r.IsOf(payment) && r.Status == RefundStatus.Requested)];

    private List<Refund> InsteadOf(Refund made) =>
        [.. RequestedOf(made.Payment).Where(r => r.Reason == made.Reason && r.Origin == RefundOrigin.Us)];

    // The refund itself counts as standing: more stands than was paid, once something else has taken its money.
    private bool IsOvertaken(Refund refund) =>
        order.Refunds.Where(r => r.IsOf(refund.Payment) && r.IsStanding).Sum(r => r.AmountMinor) > refund.Payment.AmountMinor;
}

/// <param name="Changed">The refund if it is new or something of it has to be told, else null.</param>
/// <param name="Instead">What became of those that were asked for in its stead.</param>
public sealed record RefundNews(Refund? Changed, Replacement Instead);

/// <param name="GivenUp">Cancelled before Stripe was asked.</param>
/// <param name="Anew">Asks for what is still owed.</param>
public sealed record Replacement(IReadOnlyList<Refund> GivenUp, IReadOnlyList<Refund> Anew)
{
    public static readonly Replacement None = new([], []);
}
