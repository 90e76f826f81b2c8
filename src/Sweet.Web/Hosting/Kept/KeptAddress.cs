namespace Sweet.Web.Hosting.Kept;

/// <summary>One address, with its page and the one that is being made.</summary>
internal sealed class KeptAddress(PageAddress address, KeptPageAttribute rule)
{
    private readonly Lock guard = new();
    private Task<Made>? making;
    private KeptPage? page;
    private long answered;
    private long failedAtTicks;

    public PageAddress Address => address;

    public KeptPageAttribute Rule => rule;

    public KeptPage? Page => Volatile.Read(ref page);

    /// <summary>When it was last tried in vain to make the page anew.</summary>
    public DateTimeOffset FailedAt
    {
        get => new(Volatile.Read(ref failedAtTicks), TimeSpan.Zero);
        set => Volatile.Write(ref failedAtTicks, value.UtcTicks);
    }

    public void Keep(KeptPage made) => Volatile.Write(ref page, made);

    public void CountAnswer() => Interlocked.Increment(ref answered);

    /// <summary>How often it was answered from memory since this was asked last.</summary>
    public long TakeAnswered() => Interlocked.Exchange(ref answered, 0);

    /// <summary>However many wait for the page, one makes it.</summary>
    public Task<Made> MakeOnce(Func<Task<Made>> make)
    {
        lock (guard)
        {
            if (making is null or { IsCompleted: true }) making = make();
            return making;
        }
    }

    /// <param name="Page">Null where the answer is not kept.</param>
    internal sealed record Made(MadeAnswer Answer, KeptPage? Page);
}
