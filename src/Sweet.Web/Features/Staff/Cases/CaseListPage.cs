using Sweet.Domain.Cases;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording.Cases;

namespace Sweet.Web.Features.Staff.Cases;

/// <param name="Lately">Resolved lately; empty where the list itself shows the resolved ones.</param>
public sealed record CaseListPage(
    CaseFilter Filter, Paged<CaseRow> Cases, IReadOnlyList<CaseChip> States, IReadOnlyList<CaseChip> Topics, IReadOnlyList<CaseRow> Lately)
{
    public string Caption => Filter.IsResolved ? "Resolved cases, the latest first" : "Open cases, those with a deadline first";
}

public sealed record CaseChip(string Label, string Address, bool IsCurrent);

/// <param name="Case">The case alone, without its order.</param>
public sealed record CaseRow(OpenCase Case)
{
    public int? EnrollmentId { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Number { get; init; }

    /// <summary>Until when a bank takes our answer.</summary>
    public DateTime? DeadlineUtc { get; init; }

    public string? ResolvedByName { get; init; }

    public string Name => CaseWords.Name(Case);

    public string Headline => CaseWords.Headline(Case);

    public string? Cause => CaseWords.Cause(Case);

    public string Square => CaseWords.Square(Case);

    public string Student => $"{FirstName} {LastName}".Trim();

    public string How => Case.Resolution is { } resolution ? CaseWords.How(resolution) : "";

    public string Who => ActorText.InWords(Case.ResolvedByKind, Case.ResolvedByReference, ResolvedByName);

    /// <summary>"in 7 days", or "" without a deadline.</summary>
    public string LeftAt(DateTime nowUtc) => DeadlineUtc is { } deadline ? Deadlines.Left(deadline, nowUtc) : "";
}
