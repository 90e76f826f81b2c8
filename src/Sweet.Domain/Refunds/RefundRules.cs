using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Refunds;

/// <summary>What becomes of refunds that Stripe was not asked for yet, or refuses. Only with the cohort locked and all read afresh.</summary>
public sealed class RefundRules(Order order, Actor by, DateTime nowUtc)
{
    private const string GivenBackByBank = "The bank has given the money back.";

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

    /// <summary>A bank has taken its money back: what waited for the bank is given up, and what it owes beyond that is asked for anew.</summary>
    public Replacement Lost(Dispute dispute) => Replace(RequestedOf(dispute.Payment), dispute.AmountMinor, GivenBackByBank);

    /// <summary>An appeal has brought the money back from the bank: what was given up because of it is owed again.</summary>
    /// <returns>The refund that asks for it, or null if nothing is owed. May be repeated.</returns>
    public Refund? Won(Dispute dispute)
    {
        var all = order.Refunds.Where(r => r.Payment == dispute.Payment).ToList();
        // After an appeal that was lost as well, what was given up before was asked for anew meanwhile, and given up again.
        var givenUp = all.Where(r => r is { IsGivenUp: true, Failure: GivenBackByBank }).GroupBy(r => r.SettledAtUtc).MaxBy(together => together.Key)?.ToList();
        if (givenUp is null) return NeverAsked(dispute);

        var sentInstead = all.SkipWhile(r => r != givenUp[0]).Where(r => r.IsStanding).Sum(r => r.AmountMinor);
        var owed = Math.Min(givenUp.Sum(r => r.AmountMinor) - sentInstead, order.RefundableOf(dispute.Payment).Minor);
        // What another dispute of the same payment has given the student counts toward the sum of a withdrawal.
        if (order.Enrollment.CancelledWhy == CancellationReason.Withdrew && order.Disputes.Any(d => d.Payment == dispute.Payment && d.Status == DisputeStatus.Lost))
            owed = Math.Min(owed, LeftOfWithdrawal());
        return owed > 0 ? order.RequestRefund(dispute.Payment, givenUp[0].Amount with { Minor = owed }, givenUp[0].Reason, by, nowUtc) : null;
    }

    // Whoever withdrew while the bank had taken money got that much less from us, and the bank has taken it from them again.
    private Refund? NeverAsked(Dispute dispute)
    {
        if (dispute.TimesLost == 0 || order.Enrollment.CancelledWhy != CancellationReason.Withdrew) return null;

        var owed = Math.Min(LeftOfWithdrawal(), order.RefundableOf(dispute.Payment).Minor);
        return owed > 0 ? order.RequestRefund(dispute.Payment, new Money(owed, order.Currency), RefundReason.Withdrew, by, nowUtc) : null;
    }

    // By the rule, less what has gone back by now and what a refund that has failed still owes: a case of its own says so.
    private long LeftOfWithdrawal()
    {
        var enrollment = order.Enrollment;
        var back = order.QuoteWithdrawal(enrollment.Cohort.ClassesBegunAt(enrollment.EndedAtUtc!.Value)).Back;
        return back.Minor - order.Refunds.Where(r => r.Currency == order.Currency && !r.IsGivenUp && order.RetryRefusalFor(r) is null).Sum(r => new StillOwed(order).InsteadOf(r).Minor);
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

        if (IsOvertaken(refund)) return Replace(RequestedOf(refund.Payment), new StillOwed(order).HeardOfSince(refund), "The money went back at Stripe.");

        refund.Refuse(reason, by, nowUtc);
        return Replacement.None;
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

    private List<Refund> RequestedOf(Payment payment) => [.. order.Refunds.Where(r => r.Payment == payment && r.Status == RefundStatus.Requested)];

    private List<Refund> InsteadOf(Refund made) => [.. RequestedOf(made.Payment).Where(r => r.Reason == made.Reason && r.Origin == RefundOrigin.Us)];

    // The refund itself counts as standing: more stands than was paid, once something else has taken its money.
    private bool IsOvertaken(Refund refund) =>
        order.Refunds.Where(r => r.Payment == refund.Payment && r.IsStanding).Sum(r => r.AmountMinor) > refund.Payment.AmountMinor;
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
