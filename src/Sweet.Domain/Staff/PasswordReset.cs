using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>
/// Somebody forgot a password, or says so. The row is noted for every address, and a worker finds out whose it is: the time
/// of the answer tells nobody who works here.
/// </summary>
public sealed class PasswordReset
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Emails of one account within <see cref="Lifetime"/>.</summary>
    public const int MostAnHour = 3;

    private PasswordReset()
    {
    }

    public PasswordReset(EmailAddress email, DateTime nowUtc)
    {
        EmailKey = email.Key;
        AskedAtUtc = EndsAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public string EmailKey { get; private set; } = "";

    public DateTime AskedAtUtc { get; private set; }

    /// <summary>Null until it is known whose address it is.</summary>
    public string? StaffId { get; private set; }

    /// <summary>The token is in the emailed link alone.</summary>
    public string? TokenHash { get; private set; }

    public DateTime EndsAtUtc { get; private set; }

    public DateTime? UsedAtUtc { get; private set; }

    /// <param name="token">For the email.</param>
    public void Answer(string staffId, string token, DateTime nowUtc)
    {
        StaffId = staffId;
        TokenHash = RetiredLink.HashOf(token);
        EndsAtUtc = nowUtc + Lifetime;
    }

    public bool IsOpenAt(DateTime nowUtc) => TokenHash is not null && UsedAtUtc is null && nowUtc < EndsAtUtc;

    /// <exception cref="InvalidOperationException"><see cref="IsOpenAt"/> says no; ask first.</exception>
    public void Use(DateTime nowUtc)
    {
        if (!IsOpenAt(nowUtc)) throw new InvalidOperationException("The link was used, or has ended.");

        UsedAtUtc = nowUtc;
    }

    /// <summary>A newer one was emailed.</summary>
    public void End(DateTime nowUtc)
    {
        if (IsOpenAt(nowUtc)) EndsAtUtc = nowUtc;
    }
}
