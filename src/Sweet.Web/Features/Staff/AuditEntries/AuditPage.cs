using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.AuditEntries;

public sealed record AuditPage(AuditFilter Filter, IReadOnlyList<AuditPerson> People, Paged<AuditRow> List)
{
    public IEnumerable<AuditThing> Things => Enum.GetValues<AuditThing>();

    /// <summary>What is in force, each with the same list without it.</summary>
    public IReadOnlyList<AuditChip> Chips =>
    [
        .. new AuditChip?[]
        {
            Filter.Find.Length == 0 ? null : new AuditChip($"“{Filter.Find}”", "find"),
            Filter.CohortId is null ? null : new AuditChip("One cohort", "cohort"),
            Filter.Who is null ? null : new AuditChip(People.FirstOrDefault(p => p.Id == Filter.Who)?.Name ?? Filter.Who, "who"),
            Filter.What == AuditThing.Anything ? null : new AuditChip(Filter.What.ToString(), "what"),
            Filter.Since is { } since ? new AuditChip($"Since {OfficeTime.InWords(since)}", "since") : null,
            Filter.Until is { } until ? new AuditChip($"Until {OfficeTime.InWords(until)}", "until") : null,
        }.OfType<AuditChip>(),
    ];
}

public sealed record AuditPerson(string Id, string Name);

/// <param name="Part">Of the address.</param>
public sealed record AuditChip(string Label, string Part);

public sealed record AuditRow
{
    public DateTime AtUtc { get; init; }

    public required string Subject { get; init; }

    public string? From { get; init; }

    public required string To { get; init; }

    public string? Note { get; init; }

    /// <summary>Of a staff member, or the words "command line".</summary>
    public string? ById { get; init; }

    public string? ByName { get; init; }

    public int? EnrollmentId { get; init; }

    public int? CohortId { get; init; }

    public int? CourseId { get; init; }

    public string? Student { get; init; }

    public string? CohortCode { get; init; }

    public DateTime FirstClassAtUtc { get; init; }

    public string? CohortZone { get; init; }

    public string? Course { get; init; }

    public int? VoucherId { get; init; }

    public string? Account { get; init; }

    public string By => ByName ?? (ById is { Length: > 0 } ? ById : "staff");

    /// <summary>What changed, called as people call it.</summary>
    public string Thing =>
        Student
        ?? (CohortCode is null ? null : CohortTitle.Of(CohortCode, FirstClassAtUtc, CohortZone!))
        ?? Course
        ?? (Account is null ? Subject : $"Account of {Account}");

    /// <summary>Which part of the thing, where the thing is not its own name.</summary>
    public string? Part => Thing == Subject || Account is not null ? null : Subject;

    public string? Why => HistoryText.Reason(Subject, To, Note) ?? Note;

    /// <summary>Its page, or null where it has none.</summary>
    public string? Link => ThingLinks.Of(this);
}
