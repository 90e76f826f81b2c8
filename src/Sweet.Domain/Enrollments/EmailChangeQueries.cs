namespace Sweet.Domain.Enrollments;

public static class EmailChangeQueries
{
    /// <summary>Each costs a stranger an email: more than this in a day is no slip of the finger.</summary>
    public const int MostAnEnrollment = 5;

    /// <summary>From however many enrollments.</summary>
    public const int MostAnAddress = 3;

    private static readonly TimeSpan Window = TimeSpan.FromDays(1);

    public static IQueryable<EmailChange> AskedLately(this IQueryable<EmailChange> changes, DateTime nowUtc)
    {
        var earliest = nowUtc - Window;
        return changes.Where(c => c.AskedAtUtc > earliest);
    }

    public static IQueryable<EmailChange> OpenAt(this IQueryable<EmailChange> changes, DateTime nowUtc)
    {
        var earliest = nowUtc - EmailChange.Life;
        return changes.Where(c => c.MadeAtUtc == null && c.EndedAtUtc == null && c.AskedAtUtc > earliest);
    }

    /// <summary>Those whose links open nothing and that count for nothing any more.</summary>
    public static IQueryable<EmailChange> LongOver(this IQueryable<EmailChange> changes, DateTime nowUtc)
    {
        var earliest = nowUtc - EmailChange.Life - EmailChange.ReversibleFor;
        return changes.Where(c => c.AskedAtUtc < earliest);
    }
}
