using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>What somebody had typed when their session had ended: for a short time, and for them alone.</summary>
public sealed class KeptForm
{
    /// <summary>Long enough to sign in again, and to find the phone for the second step.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Of one person; the oldest goes first.</summary>
    public const int MostOfOne = 10;

    private KeptForm()
    {
    }

    /// <param name="token">In the address alone to which signing in leads; only its hash is kept.</param>
    /// <param name="text">What was typed, so that nobody else can read it.</param>
    public KeptForm(string staffId, string token, string text, DateTime nowUtc)
    {
        StaffId = staffId;
        TokenHash = RetiredLink.HashOf(token);
        Text = text;
        EndsAtUtc = nowUtc + Lifetime;
    }

    public int Id { get; private set; }

    public string StaffId { get; private set; } = "";

    public string TokenHash { get; private set; } = "";

    public string Text { get; private set; } = "";

    public DateTime EndsAtUtc { get; private set; }
}
