namespace Sweet.Web.Features.Staff.Shared.Persons;

/// <summary>All that is one person's, as far as the site knows.</summary>
/// <param name="Members">Their enrollments, the oldest first; never none.</param>
/// <param name="Others">Under one of their addresses, by another name: somebody else, or the same person misspelled.</param>
public sealed record Person(IReadOnlyList<PersonMember> Members, IReadOnlyList<PersonMember> Others)
{
    /// <summary>Their places in lines: of the same address and name.</summary>
    public IReadOnlyList<PersonPlace> Places { get; init; } = [];

    public List<int> Ids => [.. Members.Select(m => m.Id)];

    public List<int> PlaceIds => [.. Places.Select(p => p.Id)];

    /// <summary>In the order in which everybody locks them.</summary>
    public IReadOnlyList<int> CohortIds => [.. Members.Select(m => m.CohortId).Concat(Places.Select(p => p.CohortId)).Distinct().Order()];

    public IReadOnlyList<string> Names => [.. Members.Select(m => m.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Those that somebody has shown to be theirs: what is known by an address alone belongs to whoever reads it, and not to whoever
    /// typed it.
    /// </summary>
    public List<string> ProvenKeys => [.. Members.Where(m => m.IsProven).Select(m => m.EmailKey).Distinct(StringComparer.Ordinal)];

    public List<string> ProvenAddresses => [.. Members.Where(m => m.IsProven).Select(m => m.Email).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<string> Addresses => [.. Members.Select(m => m.Email).Distinct(StringComparer.Ordinal)];
}

public sealed record PersonMember(int Id, int CohortId, int? FromId, string Number, string FirstName, string LastName)
{
    public required string Email { get; init; }

    public required string EmailKey { get; init; }

    public bool IsProven { get; init; }

    public string Name => LastName.Length == 0 ? FirstName : $"{FirstName} {LastName}";
}

public sealed record PersonPlace(int Id, int CohortId, string Cohort, bool IsInLine);
