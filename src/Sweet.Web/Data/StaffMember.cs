using Microsoft.AspNetCore.Identity;

namespace Sweet.Web.Data;

/// <summary>Somebody who signs in: admins and marketing.</summary>
public sealed class StaffMember : IdentityUser
{
    public const int NameMaxLength = 100;
    public const int RosterColumnsMaxLength = 200;

    /// <summary>Wrong passwords and codes, one after the other.</summary>
    public const int MostFailures = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public string Name { get; set; } = "";

    public DateTime CreatedAtUtc { get; set; }

    /// <summary>Null for an account that is in use; a disabled one signs in nowhere, and keeps its history.</summary>
    public DateTime? DisabledAtUtc { get; set; }

    /// <summary>The columns that they want in rosters; null until they choose.</summary>
    public string? RosterColumns { get; set; }

    /// <summary>Of the last code that was taken from the authenticator app: no code works twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Neither disabled nor paused for too many failures. Identity's own pause goes by the machine's clock.</summary>
    public bool MayTryAt(DateTime nowUtc) => DisabledAtUtc is null && PausedUntilAt(nowUtc) is null;

    /// <summary>The end of a pause that goes on.</summary>
    public DateTime? PausedUntilAt(DateTime nowUtc) => LockoutEnd is { } end && end.UtcDateTime > nowUtc ? end.UtcDateTime : null;

    public void CountFailure(DateTime nowUtc)
    {
        AccessFailedCount++;
        if (AccessFailedCount < MostFailures) return;

        AccessFailedCount = 0;
        LockoutEnd = new DateTimeOffset(nowUtc + Pause);
    }

    public void ForgetFailures() => AccessFailedCount = 0;
}
