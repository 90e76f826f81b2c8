using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Web.Features.Staff.CaseResolutions;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording.Cases;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.Cases;

/// <param name="Known">All that is known, in a paragraph.</param>
/// <param name="Choices">Empty once it is resolved.</param>
public sealed record CasePage(OpenCase Case, string Known, IReadOnlyList<CaseFact> Facts, IReadOnlyList<CaseChoice> Choices)
{
    public CaseStudent? Student { get; init; }

    public IReadOnlyList<CaseNews> History { get; init; } = [];

    /// <summary>What did not arrive; null where the case is about none.</summary>
    public CaseEmail? Email { get; init; }

    public bool IsOfReturnedEmail => Student is not null && Email is { IsToStudent: true };

    public CaseResolutionForm Form { get; init; } = new();

    /// <summary>The only thing that can be done: it is chosen, and the button says it. Null where there is a choice, or nothing.</summary>
    public CaseChoice? OnlyChoice => Choices.Where(c => c.Refusal is null).Take(2).ToList() is [var only] ? only : null;

    public bool IsChosen(CaseChoice choice) => choice.Refusal is null && (Form.As == choice.Resolution || choice == OnlyChoice);

    public DateTime? DeadlineUtc { get; init; }

    public string? StripeAddress { get; init; }

    /// <summary>As Stripe calls it. A number of ours says nothing to anybody, and nothing is shown.</summary>
    public string? About => Case.ObjectId.All(char.IsAsciiDigit) ? null : Case.ObjectId;

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

/// <param name="IsToStudent">It stands on the student's page, and can be sent again from there.</param>
public sealed record CaseEmail(int Id, string Subject, string Address, bool IsToStudent)
{
    /// <summary>The address may be wrong, and the seat is one whose details can still be corrected.</summary>
    public bool MayBeCorrected { get; init; }

    /// <summary>It would not be refused again at once, as one is that was too large.</summary>
    public bool MayBeSentAgain { get; init; }
}

public sealed record CaseNews(HistoryEntry Entry, string? ByName)
{
    public string Who => ActorText.InWords(Entry.ActorKind, Entry.ActorReference, ByName);

    public string Point => HistoryText.Point(Entry);

    /// <summary>Why; of what has no words of its own, from what to what.</summary>
    public string? Rest => Point != Entry.Subject ? HistoryText.Reason(Entry)
        : Entry.From is null ? Entry.To : $"{Entry.From} → {Entry.To}";

    public string Kind => HistoryText.Thing(Entry) is "Payment" or "Refund" or "Checkout" ? "money" : "turn";
}
