using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>A staff member wants to sign in by another address: made once whoever reads it says so.</summary>
public sealed class AddressChange
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private AddressChange()
    {
    }

    /// <param name="token">In the link to the new address alone; only its hash is kept.</param>
    public AddressChange(string staffId, EmailAddress email, string token, DateTime nowUtc)
    {
        StaffId = staffId;
        Email = email.Text;
        EmailKey = email.Key;
        TokenHash = RetiredLink.HashOf(token);
        AskedAtUtc = nowUtc;
        EndsAtUtc = nowUtc + Lifetime;
    }

    public int Id { get; private set; }

    public string StaffId { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    public string TokenHash { get; private set; } = "";

    public DateTime AskedAtUtc { get; private set; }

    public DateTime EndsAtUtc { get; private set; }

    public DateTime? MadeAtUtc { get; private set; }

    public bool IsOpenAt(DateTime nowUtc) => MadeAtUtc is null && nowUtc < EndsAtUtc;

    /// <exception cref="InvalidOperationException"><see cref="IsOpenAt"/> says no; ask first.</exception>
    public void Make(DateTime nowUtc)
    {
        if (!IsOpenAt(nowUtc)) throw new InvalidOperationException("The change was made, or has ended.");

        MadeAtUtc = nowUtc;
    }

    /// <summary>Another one took its place, or the password was changed.</summary>
    public void End(DateTime nowUtc)
    {
        if (IsOpenAt(nowUtc)) EndsAtUtc = nowUtc;
    }
}
