namespace Sweet.Domain.Enrollments;

/// <summary>What a student typed, checked and trimmed: all that an enrollment and its order are made of but the price.</summary>
/// <param name="Number">Free at the moment of asking; see <see cref="Enrollment.NewNumber"/>.</param>
public sealed record Registration(string Number, Student Student, Origin Origin, Payer? Payer, PolicyAcceptance Accepted)
{
    /// <summary>The network address that registers; kept only while the seat is unpaid.</summary>
    public string? ClientKey { get; init; }

    /// <summary>The browser that registers: it may go on with the seat that it holds.</summary>
    public string? BrowserKey { get; init; }
}

/// <summary>A person who enrolls, as typed.</summary>
/// <param name="CertificateName">Null: first and last name.</param>
public sealed record Student(
    string FirstName, string LastName, string? CertificateName, EmailAddress Email, Profession Profession, string? LicenseNumber, string? LicenseState);

/// <param name="HeardFrom">In the student's words.</param>
/// <param name="ArticleSlug">The article whose call to action led here.</param>
public sealed record Origin(string? HeardFrom, string? ArticleSlug, string? Accommodation);

/// <summary>Who pays, if it is not the student: for the receipt.</summary>
public sealed record Payer(string Name, string? Address);

/// <summary>The dated texts that were accepted.</summary>
public sealed record PolicyAcceptance(int RefundPolicyVersionId, int PrivacyPolicyVersionId);

public enum Profession
{
    SocialWorker,
    Counselor,
    Psychologist,
    MarriageAndFamilyTherapist,
    Nurse,
    Psychiatrist,
    Other,
}
