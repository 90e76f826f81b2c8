using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Staff.Cohorts;

namespace Sweet.Web.Features.Staff.Search;

/// <param name="Typed">As it stands in the box.</param>
/// <param name="Words">As they were looked for.</param>
public sealed record SearchPage(string Typed, IReadOnlyList<string> Words)
{
    public IReadOnlyList<PersonHit> People { get; init; } = [];

    /// <summary>More were found than are shown.</summary>
    public bool AreMorePeople { get; init; }

    public IReadOnlyList<CohortHit> Cohorts { get; init; } = [];

    public IReadOnlyList<MoneyHit> Money { get; init; } = [];

    public bool IsEmpty => Words.Count == 0;

    public bool IsFound => People.Count + Cohorts.Count + Money.Count > 0;

    public string Counts
    {
        get
        {
            var people = Counted(People.Count, "person", "people") + (AreMorePeople ? " and more" : "");
            return $"Found: {people}, {Counted(Cohorts.Count, "cohort", "cohorts")}, and "
                + $"{Counted(Money.Count, "payment record", "payment records")}.";
        }
    }

    public MarkedText Mark(string text) => MarkedText.Of(text, Words);

    private static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{(count == 0 ? "no" : count)} {many}";
}

public sealed record PersonHit
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public string? CertificateName { get; init; }

    public required string Email { get; init; }

    public required string Number { get; init; }

    public Profession Profession { get; init; }

    /// <summary>Nobody has told the profession yet.</summary>
    public bool LacksDetails { get; init; }

    public string? LicenseNumber { get; init; }

    public EnrollmentStatus Status { get; init; }

    public required string Course { get; init; }

    public DateTime FirstClassAtUtc { get; init; }

    public required string TimeZone { get; init; }
}

public sealed record CohortHit(int Id, string Name, string Reference, CohortPhase Phase, CohortStatus Status)
{
    public string State => PhaseWords.Of(Phase, Status);

    public string Square => PhaseWords.SquareOf(Phase);
}

/// <param name="What">"$497.00 paid"</param>
/// <param name="StripeId">By which it was found.</param>
public sealed record MoneyHit(int EnrollmentId, string Name, string What, string StripeId, DateTime AtUtc);
