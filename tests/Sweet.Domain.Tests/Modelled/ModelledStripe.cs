using Sweet.Domain.Disputes;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Tests.Modelled;

/// <summary>What Stripe has of one order, in a few lines: it never sends back more than it took, and nothing that a bank contests.</summary>
internal sealed class ModelledStripe
{
    private readonly Dictionary<string, long> captured = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DisputeStatus> disputes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Made> byKey = new(StringComparer.Ordinal);
    private readonly List<Made> refunds = [];

    public IReadOnlyList<Made> Refunds => refunds;

    public bool HasTakenBack => disputes.ContainsValue(DisputeStatus.Lost);

    public long Kept => captured.Keys.Sum(KeptOf);

    public void Capture(string intent, long minor) => captured[intent] = minor;

    /// <returns>Null if Stripe refuses.</returns>
    public Made? Create(Refund refund)
    {
        var intent = refund.Payment.IdAtStripe;
        if (byKey.TryGetValue(refund.IdempotencyKey, out var same)) return same;
        if (disputes.GetValueOrDefault(intent, DisputeStatus.Won) != DisputeStatus.Won || refund.AmountMinor > LeftOf(intent)) return null;

        return byKey[refund.IdempotencyKey] = Add(new Made($"re_{refunds.Count}", intent, refund.AmountMinor, refund.Id, refund.Reason));
    }

    /// <summary>By hand, in the dashboard.</summary>
    public void RefundPart(string intent, long minor)
    {
        if (captured.ContainsKey(intent) && !disputes.ContainsKey(intent) && LeftOf(intent) >= minor) Add(new Made($"re_{refunds.Count}", intent, minor, null, null));
    }

    /// <summary>The bank returns the newest refund of ours that has arrived.</summary>
    public void ReturnNewest()
    {
        var at = refunds.FindLastIndex(r => r is { Reference: not null, Status: RefundStatus.Succeeded });
        if (at >= 0) refunds[at] = refunds[at] with { Status = RefundStatus.Failed };
    }

    public void Contest(string intent)
    {
        if (captured.ContainsKey(intent)) disputes.TryAdd(intent, DisputeStatus.Open);
    }

    public void Decide(string intent, DisputeStatus from, DisputeStatus to)
    {
        if (disputes.TryGetValue(intent, out var status) && status == from) disputes[intent] = to;
    }

    public void GiveInEverywhere()
    {
        foreach (var intent in captured.Keys) Decide(intent, DisputeStatus.Open, DisputeStatus.Won);
    }

    public IEnumerable<DisputeFacts> Disputes => disputes.Select(d => new DisputeFacts($"dp_{d.Key}", d.Key, d.Value, d.Value.ToString(), "fraudulent", Usd(captured[d.Key])));

    private Made Add(Made made)
    {
        refunds.Add(made);
        return made;
    }

    private long LeftOf(string intent) => captured[intent] - refunds.Where(r => r.Intent == intent && r.Status == RefundStatus.Succeeded).Sum(r => r.Minor);

    private long KeptOf(string intent) => disputes.GetValueOrDefault(intent, DisputeStatus.Won) == DisputeStatus.Lost ? 0 : LeftOf(intent);

    private static Money Usd(long minor) => new(minor, "USD");

    internal sealed record Made(string Id, string Intent, long Minor, int? Reference, RefundReason? Reason)
    {
        public RefundStatus Status { get; init; } = RefundStatus.Succeeded;

        public bool IsOfStaff => Reference is null;

        public RefundFacts Facts => new(Id, Intent, Status, Usd(Minor), Reference, Status == RefundStatus.Failed ? "expired_or_canceled_card" : null)
        {
            StripeStatus = Status.ToString(),
            Reason = Reason,
        };
    }
}
