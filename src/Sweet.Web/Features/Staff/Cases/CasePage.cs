using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Web.Features.Staff.CaseResolutions;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording.Cases;

namespace Sweet.Web.Features.Staff.Cases;

/// <param name="Known">All that is known, in a paragraph.</param>
/// <param name="Choices">Empty once it is resolved.</param>
public sealed record CasePage(OpenCase Case, string Known, IReadOnlyList<CaseFact> Facts, IReadOnlyList<CaseChoice> Choices)
{
    public CaseStudent? Student { get; init; }

    public IReadOnlyList<CaseNews> History { get; init; } = [];

    public CaseResolutionForm Form { get; init; } = new();

    public DateTime? DeadlineUtc { get; init; }

    public string? StripeAddress { get; init; }

    public string? ResolvedByName { get; init; }

    /// <summary>The largest sum that any choice takes; null where none does.</summary>
    public Money? Most { get; init; }

    public string Name => CaseWords.Name(Case);

    public string Headline => CaseWords.Headline(Case);

    public string Square => CaseWords.Square(Case);

    public string How => Case.Resolution is { } resolution ? CaseWords.How(resolution) : "";

    public string Who => ActorText.InWords(Case.ResolvedByKind, Case.ResolvedByReference, ResolvedByName);

    public bool IsResolvedAs(CaseResolution resolution, string staffId) =>
        Case.Resolution == resolution && Case.ResolvedByKind == ActorKind.Staff && Case.ResolvedByReference == staffId;
}

public sealed record CaseFact(string Term, string Value)
{
    public string? Note { get; init; }
}

public sealed record CaseStudent(int EnrollmentId, string Name, string Number, string Course, DateTime FirstClassAtUtc, string TimeZone);

public sealed record CaseNews(string Subject, string? From, string To, DateTime AtUtc, ActorKind By, string? ByReference, string? ByName)
{
    public string Who => ActorText.InWords(By, ByReference, ByName);

    public string Kind => Subject.StartsWith("Payment", StringComparison.Ordinal) || Subject.StartsWith("Refund", StringComparison.Ordinal)
        || Subject.StartsWith("Checkout", StringComparison.Ordinal) ? "money" : "turn";
}
