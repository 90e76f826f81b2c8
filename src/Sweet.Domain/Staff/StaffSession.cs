using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>
/// One browser in which a staff member is signed in. The cookie carries its key; without the row the cookie opens nothing.
/// </summary>
public sealed class StaffSession
{
    public const int BrowserMaxLength = 200;

    /// <summary>However busy it is.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(60);

    private StaffSession()
    {
    }

    /// <param name="key">In the cookie alone; only its hash is kept.</param>
    public StaffSession(string staffId, string key, string? browser, DateTime nowUtc)
    {
        StaffId = staffId;
        KeyHash = RetiredLink.HashOf(key);
        Browser = (browser ?? "").CutTo(BrowserMaxLength);
        StartedAtUtc = LastUsedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public string StaffId { get; private set; } = "";

    public string KeyHash { get; private set; } = "";

    /// <summary>As the browser calls itself.</summary>
    public string Browser { get; private set; } = "";

    public DateTime StartedAtUtc { get; private set; }

    /// <summary>Up to a minute late: pages that are only read write nothing, a worker notes them.</summary>
    public DateTime LastUsedAtUtc { get; private set; }

    public DateTime? EndedAtUtc { get; private set; }

    /// <summary>Never back in time: several instances note it.</summary>
    public void NoteUse(DateTime usedAtUtc)
    {
        if (usedAtUtc > LastUsedAtUtc) LastUsedAtUtc = usedAtUtc;
    }

    /// <param name="lastUsedAtUtc">As the instance at hand knows it, which may be newer than the row.</param>
    public bool IsLiveAt(DateTime nowUtc, DateTime lastUsedAtUtc) =>
        EndedAtUtc is null && nowUtc < StartedAtUtc + Lifetime && nowUtc < lastUsedAtUtc + IdleTime;
}
