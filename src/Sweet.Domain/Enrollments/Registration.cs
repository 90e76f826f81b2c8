using Sweet.Domain.Orders;
using Sweet.Domain.Vouchers;

namespace Sweet.Domain.Enrollments;

/// <summary>What a student typed, checked and trimmed: all that an enrollment and its order are made of but the price.</summary>
public sealed record Registration(string Number, Student Student, Origin Origin, Payer? Payer, PolicyAcceptance Accepted)
{
    public string? ClientKey { get; init; }

    public string? BrowserKey { get; init; }

    /// <summary>Whoever registers again by a link that was emailed to the address has shown before that it is theirs; else null.</summary>
    public DateTime? AddressProvenAtUtc { get; init; }

    /// <summary>Who enrolls; the student, unless staff do it by hand.</summary>
    public Actor By { get; init; } = Actor.Student;

    /// <summary>Staff did not know the profession: the student is asked for it.</summary>
    public bool LacksDetails { get; init; }

    /// <summary>Of the form by which staff enroll several people at once; null for one.</summary>
    public string? GroupKey { get; init; }

    /// <summary>
    /// What lowers the price beside a voucher: the worth of a seat that it takes the place of, or what staff do not ask for.
    /// </summary>
    public IReadOnlyList<OrderLine> Credits { get; init; } = [];

    /// <summary>Asked whether it holds, after the cohort and it were locked; null without a code.</summary>
    public VoucherClaim? Voucher { get; init; }
}

/// <param name="LastName">Empty where somebody has one name.</param>
public sealed record Student(string FirstName, string LastName, EmailAddress Email, Profession Profession)
{
    /// <summary>Null: first and last name.</summary>
    public string? CertificateName { get; init; }

    public string? LicenseNumber { get; init; }

    public string? LicenseState { get; init; }
}

public sealed record Origin(string? HeardFrom, string? ArticleSlug, string? Accommodation);

public sealed record Payer(string Name, string? Address)
{
    /// <summary>For staff alone: nothing is mailed there.</summary>
    public string? Email { get; init; }
}

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
