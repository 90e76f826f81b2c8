using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Courses;

/// <summary>"Tell me about the next one": an address that asked, with consent, to hear of the next cohort.</summary>
public sealed class CourseInterest
{
    private CourseInterest()
    {
    }

    public CourseInterest(int courseId, EmailAddress email, int privacyPolicyVersionId, DateTime nowUtc)
    {
        CourseId = courseId;
        Email = email.Text;
        EmailKey = email.Key;
        PrivacyPolicyVersionId = privacyPolicyVersionId;
        AskedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int CourseId { get; private set; }

    public Course Course { get; private set; } = null!;

    public string Email { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    /// <summary>In the emailed link only; confirms or ends the request.</summary>
    public string Token { get; private set; } = RandomText.Token();

    public int PrivacyPolicyVersionId { get; private set; }

    public DateTime AskedAtUtc { get; private set; }

    /// <summary>Null until the owner of the address has confirmed by the emailed link; nobody is written to before.</summary>
    public DateTime? ConfirmedAtUtc { get; private set; }

    public void Confirm(DateTime nowUtc) => ConfirmedAtUtc ??= nowUtc;
}
