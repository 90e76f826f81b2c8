namespace Sweet.Domain.Reconciliation;

/// <summary>Compares our rows with Stripe's objects, both ways; it may take several turns, on several instances.</summary>
public sealed class ReconciliationRun
{
    public const int CursorMaxLength = 100;

    /// <summary>Before the start of the last complete run: what was made at that moment is seen twice, not never.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>Of each day's deep run: longer than a bank takes to pay, to refuse, or to return a refund that had succeeded.</summary>
    public static readonly TimeSpan DeepReach = TimeSpan.FromDays(35);

    public static readonly TimeSpan DeepEvery = TimeSpan.FromDays(1);

    /// <summary>Stripe lists events for no longer than this.</summary>
    public static readonly TimeSpan EventsKept = TimeSpan.FromDays(30);

    private ReconciliationRun()
    {
    }

    /// <param name="lastComplete">Start of the last complete run; of <paramref name="lastDeep"/> the same. Null: none yet.</param>
    public ReconciliationRun(DateTime? lastComplete, DateTime? lastDeep, DateTime nowUtc)
    {
        StartedAtUtc = nowUtc;
        IsDeep = lastComplete is null || lastDeep is null || nowUtc - lastDeep >= DeepEvery;
        SinceUtc = (lastComplete ?? nowUtc) - Overlap;
        if (IsDeep && SinceUtc > nowUtc - DeepReach) SinceUtc = nowUtc - DeepReach;
    }

    public int Id { get; private set; }

    public DateTime StartedAtUtc { get; private set; }

    public DateTime SinceUtc { get; private set; }

    public bool IsDeep { get; private set; }

    public ReconciliationStep Step { get; private set; }

    /// <summary>The last object of this step that was dealt with: an id of ours or of Stripe's; null at its beginning.</summary>
    public string? Cursor { get; private set; }

    /// <summary>Stripe's ids of what could not be settled: what is among them in two runs in a row becomes a case.</summary>
    public IReadOnlyList<string> FailedIds { get; private set; } = [];

    /// <summary>Objects that Stripe did not tell of, and that no person has looked at since: what they hide is unknown.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Not settled, and no case stands for them: with any the run is not complete, and the next one sees all again.</summary>
    public int Failures { get; private set; }

    /// <summary>When it came to its end, with failures or without.</summary>
    public DateTime? EndedAtUtc { get; private set; }

    /// <summary>When it came to its end without a failure.</summary>
    public DateTime? CompletedAtUtc { get; private set; }

    /// <summary>Whether it ends a restoration: nothing that Stripe knows is hidden from us.</summary>
    public bool HasSeenAll => CompletedAtUtc is not null && Unanswered == 0;

    /// <summary>Raised by each save; of two that go on with the same run only one saves.</summary>
    public long Version { get; private set; }

    public static bool IsGap(DateTime? lastComplete, DateTime nowUtc) => nowUtc - lastComplete > EventsKept;

    /// <summary>It began before an older copy of the database was restored: what it knows is not what there is.</summary>
    public void GiveUp(DateTime nowUtc) => EndedAtUtc ??= nowUtc;

    public void GoOn(string? cursor, IReadOnlyCollection<Setback> setbacks, DateTime nowUtc)
    {
        if (EndedAtUtc is not null) throw new InvalidOperationException("The run is over.");

        Version++;
        Failures += setbacks.Count(s => s.Case == SetbackCase.None);
        Unanswered += setbacks.Count(s => s.IsUnanswered && s.Case != SetbackCase.Noted);
        FailedIds = [.. FailedIds.Union(setbacks.SelectMany(s => s.Ids), StringComparer.Ordinal)];
        Cursor = cursor;
        if (cursor is not null) return;

        Step++;
        if (Step != ReconciliationStep.Done) return;

        EndedAtUtc = nowUtc;
        CompletedAtUtc = Failures == 0 ? nowUtc : null;
    }
}

/// <param name="IsUnanswered">Stripe did not tell of it; else we could not take in what it told.</param>
public sealed record Setback(string Id, bool IsUnanswered)
{
    /// <summary>The payment of a session that could not be settled fails with it.</summary>
    public string? PaymentIntentId { get; init; }

    internal IEnumerable<string> Ids => string.IsNullOrEmpty(PaymentIntentId) ? [Id] : [Id, PaymentIntentId];

    public SetbackCase Case { get; init; }
}

public enum SetbackCase
{
    None,
    Open,

    Noted,
}

public enum ReconciliationStep
{
    /// <summary>After a restore: holds that are over in the copy too. The seats that they seem to keep were sold since.</summary>
    OurHolds,

    OurCheckouts,
    OurRefunds,
    OurDisputes,

    /// <summary>Before the sessions: a refund may free the seat that a later session was paid for.</summary>
    StripeRefunds,
    StripeSessions,
    StripePayments,
    StripeDisputes,

    UnsettledObjects,
    Done,
}

public static class ReconciliationQueries
{
    public static IQueryable<ReconciliationRun> Complete(this IQueryable<ReconciliationRun> runs) =>
        runs.Where(r => r.CompletedAtUtc != null).OrderByDescending(r => r.StartedAtUtc);
}
