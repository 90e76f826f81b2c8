namespace Sweet.Domain.Enrollments;

/// <summary>A wish to move an enrollment to another address: it comes true by a button behind the link that only that address gets.</summary>
/// <remarks>One an enrollment: a newer wish takes the place of the older, whose link then opens nothing.</remarks>
public sealed class EmailChange
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>The same address again so soon is a button pressed twice.</summary>
    public static readonly TimeSpan SameWish = TimeSpan.FromMinutes(1);

    private EmailChange()
    {
    }

    /// <exception cref="InvalidOperationException">The address of such an enrollment does not change this way; ask <see cref="IsFor"/> first.</exception>
    public EmailChange(Enrollment enrollment, EmailAddress email, DateTime nowUtc)
    {
        if (!IsFor(enrollment)) throw new InvalidOperationException($"The address of a {enrollment.Status} enrollment does not change by a link.");

        Enrollment = enrollment;
        EnrollmentId = enrollment.Id;
        Email = email.Text;
        EmailKey = email.Key;
        AskedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int EnrollmentId { get; private set; }

    public Enrollment Enrollment { get; private set; } = null!;

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    /// <summary>In the mail to the new address only.</summary>
    public string Token { get; private set; } = RandomText.Token();

    public DateTime AskedAtUtc { get; private set; }

    public DateTime? MadeAtUtc { get; private set; }

    public DateTime ExpiresAtUtc => AskedAtUtc + Life;

    /// <summary>While a seat is held its address is typed over; an ended enrollment keeps the one it had.</summary>
    public static bool IsFor(Enrollment enrollment) => enrollment.Status is EnrollmentStatus.Processing or EnrollmentStatus.Confirmed;

    public bool IsOpenAt(DateTime nowUtc) => MadeAtUtc is null && nowUtc < ExpiresAtUtc && IsFor(Enrollment);

    /// <summary>Why it cannot be made now, or null. Ask after the cohort is locked.</summary>
    /// <param name="otherLive">Another live enrollment of the new address in the same cohort, read after the lock, or null.</param>
    public EmailChangeRefusal? RefusalFor(Enrollment? otherLive, DateTime nowUtc) =>
        !IsOpenAt(nowUtc) ? EmailChangeRefusal.Over
        : otherLive is not null ? EmailChangeRefusal.AddressTaken
        : null;

    /// <exception cref="InvalidOperationException">It is over; ask <see cref="RefusalFor"/> first.</exception>
    public void Make(Actor by, DateTime nowUtc)
    {
        if (!IsOpenAt(nowUtc)) throw new InvalidOperationException("The change is over.");

        Enrollment.MoveTo(Email, EmailKey, by, nowUtc);
        MadeAtUtc = nowUtc;
    }
}

public enum EmailChangeRefusal
{
    /// <summary>Too late, or the enrollment has ended.</summary>
    Over,

    /// <summary>One person, one place.</summary>
    AddressTaken,
}
