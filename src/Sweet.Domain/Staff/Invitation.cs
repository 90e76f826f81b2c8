using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>Lets whoever reads an address make one staff account, once.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation()
    {
    }

    /// <param name="token">In the emailed link alone; only its hash is kept.</param>
    public Invitation(EmailAddress email, StaffRoles roles, string token, Actor by, DateTime nowUtc)
    {
        Email = email.Text;
        EmailKey = email.Key;
        IsAdmin = roles.IsAdmin;
        IsMarketing = roles.IsMarketing;
        TokenHash = RetiredLink.HashOf(token);
        InvitedBy = by.Reference ?? "";
        InvitedAtUtc = nowUtc;
        EndsAtUtc = nowUtc + Lifetime;
    }

    public int Id { get; private set; }

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    public bool IsAdmin { get; private set; }

    public bool IsMarketing { get; private set; }

    public string TokenHash { get; private set; } = "";

    /// <summary>A staff member's id, or the words "command line".</summary>
    public string InvitedBy { get; private set; } = "";

    public DateTime InvitedAtUtc { get; private set; }

    public DateTime EndsAtUtc { get; private set; }

    public DateTime? AcceptedAtUtc { get; private set; }

    public DateTime? RevokedAtUtc { get; private set; }

    /// <summary>Two people who use it, or one who uses it while another revokes it: one of them has it.</summary>
    public int Version { get; private set; }

    public StaffRoles Roles => new(IsAdmin, IsMarketing);

    /// <summary>Why it makes no account anymore, or null.</summary>
    public InvitationRefusal? RefusalAt(DateTime nowUtc) =>
        AcceptedAtUtc is not null ? InvitationRefusal.Used
        : RevokedAtUtc is not null ? InvitationRefusal.Revoked
        : nowUtc >= EndsAtUtc ? InvitationRefusal.Ended
        : null;

    /// <exception cref="InvalidOperationException"><see cref="RefusalAt"/> gives a reason; ask first.</exception>
    public void Accept(DateTime nowUtc)
    {
        if (RefusalAt(nowUtc) is { } refusal) throw new InvalidOperationException($"The invitation is {refusal}.");

        AcceptedAtUtc = nowUtc;
        Version++;
    }

    /// <summary>Pressed twice, or too late, it changes nothing.</summary>
    public void Revoke(DateTime nowUtc)
    {
        if (RefusalAt(nowUtc) is not null) return;

        RevokedAtUtc = nowUtc;
        Version++;
    }
}

public enum InvitationRefusal
{
    Used,
    Revoked,
    Ended,
}
