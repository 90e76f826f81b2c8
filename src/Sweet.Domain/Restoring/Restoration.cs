namespace Sweet.Domain.Restoring;

/// <summary>An older copy of the database was put in place. What happened between the two moments is known to Stripe alone.</summary>
public sealed class Restoration
{
    private Restoration()
    {
    }

    /// <param name="copiedAtUtc">The last thing that the copy knows of.</param>
    public Restoration(DateTime copiedAtUtc, int withheldMessages, DateTime nowUtc)
    {
        CopiedAtUtc = copiedAtUtc;
        RestoredAtUtc = nowUtc;
        WithheldMessages = withheldMessages;
    }

    public int Id { get; private set; }

    public DateTime CopiedAtUtc { get; private set; }

    public DateTime RestoredAtUtc { get; private set; }

    /// <summary>Messages that waited in the copy and may have left since.</summary>
    public int WithheldMessages { get; private set; }

    /// <summary>When everything had been compared with Stripe; null: the site does not open yet.</summary>
    public DateTime? ReconciledAtUtc { get; private set; }

    /// <summary>Whether what came about then may have been told before the copy was put in place: nobody knows what left since.</summary>
    /// <param name="happenedAtUtc">Null if only Stripe knows: what is learned until all has been compared counts as from before.</param>
    public bool MayHaveTold(DateTime? happenedAtUtc) => happenedAtUtc is { } utc ? utc <= RestoredAtUtc : ReconciledAtUtc is null;

    public void Reconcile(DateTime nowUtc) => ReconciledAtUtc ??= nowUtc;
}
