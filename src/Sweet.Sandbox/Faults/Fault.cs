namespace Sweet.Sandbox.Faults;

/// <summary>What goes wrong with one call.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>500 and nothing was done; nothing is kept under the idempotency key.</summary>
    public static Fault ServerError { get; } = new Answers(500);

    public static Fault Unauthorized { get; } = new Answers(401);

    public static Fault Forbidden { get; } = new Answers(403);

    public static Fault TooLarge { get; } = new Answers(413);

    public static Fault BadRequest { get; } = new Answers(400);

    /// <summary>Another call under the same key has not come to its end.</summary>
    public static Fault Conflict { get; } = new Answers(409);

    /// <summary>The connection breaks before anything was done.</summary>
    public static Fault BreakBefore { get; } = new Breaks(WorkIsDone: false);

    /// <summary>The work is done, and the answer is lost.</summary>
    public static Fault BreakAfter { get; } = new Breaks(WorkIsDone: true);

    /// <summary>No answer until the caller gives up or <see cref="PlannedFaults.Release"/>; then the call goes on as usual.</summary>
    public static Fault Hang { get; } = new Hangs(WorkIsDone: false);

    /// <summary>The work is done; the answer hangs as with <see cref="Hang"/>.</summary>
    public static Fault HangAfter { get; } = new Hangs(WorkIsDone: true);

    /// <summary>Stripe only: the failure is kept under the idempotency key and repeated, with or without the work behind it.</summary>
    public static Fault StoredServerError(bool workIsDone = false) => new StoresServerError(workIsDone);

    /// <param name="resetsIn">What Retry-After and X-RateLimit-Reset say; one minute if not given.</param>
    public static Fault RateLimited(TimeSpan? resetsIn = null) => new Answers(429, resetsIn ?? TimeSpan.FromMinutes(1));

    /// <summary>Answers after a time on the stand-ins' clock.</summary>
    public static Fault Slow(TimeSpan by) => new Meanwhile(null, null, by);

    /// <summary>Something else happens before the work or between the work and its answer.</summary>
    public static Fault While(Func<Task>? before = null, Func<Task>? after = null) => new Meanwhile(before, after, TimeSpan.Zero);

    internal sealed record Answers(int Status, TimeSpan? ResetsIn = null) : Fault;

    internal sealed record Breaks(bool WorkIsDone) : Fault;

    internal sealed record Hangs(bool WorkIsDone) : Fault;

    internal sealed record StoresServerError(bool WorkIsDone) : Fault;

    internal sealed record Meanwhile(Func<Task>? Before, Func<Task>? After, TimeSpan By) : Fault;
}
