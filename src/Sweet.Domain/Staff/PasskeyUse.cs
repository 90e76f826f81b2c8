using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>A passkey has signed somebody in. Its challenge is taken by that: the same answer signs in nobody again.</summary>
public sealed class PasskeyUse
{
    private PasskeyUse()
    {
    }

    /// <param name="challenge">That was answered; only its hash is kept.</param>
    public PasskeyUse(string staffId, string passkeyKey, string challenge, DateTime nowUtc)
    {
        StaffId = staffId;
        PasskeyKey = passkeyKey;
        ChallengeHash = RetiredLink.HashOf(challenge);
        UsedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public string StaffId { get; private set; } = "";

    /// <summary>The hash of the passkey's own id.</summary>
    public string PasskeyKey { get; private set; } = "";

    public string ChallengeHash { get; private set; } = "";

    public DateTime UsedAtUtc { get; private set; }
}
