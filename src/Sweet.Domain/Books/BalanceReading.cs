namespace Sweet.Domain.Books;

/// <summary>How far Stripe's balance was read: one row, that goes on where it was left.</summary>
public sealed class BalanceReading
{
    /// <summary>Read twice rather than never: whatever Stripe lists a little late.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <summary>At once; so a first reading that is broken off does not begin anew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>A payout may move on, or fail, within days.</summary>
    public static readonly TimeSpan PayoutsMove = TimeSpan.FromDays(40);

    private BalanceReading()
    {
    }

    public BalanceReading(DateTime upToUtc)
    {
        UpToUtc = upToUtc;
    }

    public int Id { get; private set; }

    public DateTime UpToUtc { get; private set; }

    /// <summary>Where the next part begins and ends.</summary>
    public (DateTime FromUtc, DateTime UntilUtc) NextAt(DateTime nowUtc) =>
        (UpToUtc - Overlap, UpToUtc + Window < nowUtc ? UpToUtc + Window : nowUtc);

    public void GoOn(DateTime upToUtc)
    {
        if (upToUtc > UpToUtc) UpToUtc = upToUtc;
    }
}
