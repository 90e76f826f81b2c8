using Sweet.Domain.Courses;
using Sweet.Domain.Waitlists;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.WaitlistEntries;

/// <summary>The cohort whose line one joins.</summary>
public sealed record WaitlistPage(
    string Reference, string CourseSlug, string CourseTitle, string CourseKind, CohortPhase Phase, ClassTimes Times)
{
    public WaitlistForm Form { get; init; } = new();

    public required int OfferHours { get; init; }

    public bool IsFull => Phase == CohortPhase.Full;

    public string DatesPath => $"/courses/{CourseSlug}#cohorts";
}

/// <summary>What somebody's own page says: where they stand, or which seat is kept for them.</summary>
public sealed record PlacePage(string Token, WaitlistStatus Status, WaitlistPage Cohort)
{
    /// <summary>Among all who are in line, those with an offer first.</summary>
    public int Place { get; init; }

    public DateTime? OfferEndsAtUtc { get; init; }

    public string? Problem { get; init; }

    /// <summary>The offer can be taken now.</summary>
    public bool IsOffered { get; init; }

    /// <summary>Its time is over, and nobody has moved on yet.</summary>
    public bool IsOver => Status == WaitlistStatus.Offered && !IsOffered;

    /// <summary>A late payment waits with it.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Nobody else was in line: whoever registers first gets it.</summary>
    public bool IsFreeForAll => Status == WaitlistStatus.Lapsed && Cohort.Phase == CohortPhase.Open;

    public bool IsUnconfirmed => Status == WaitlistStatus.Unconfirmed;

    public bool IsWaiting => Status == WaitlistStatus.Waiting;

    public bool CanWait => Cohort.Phase is CohortPhase.Full or CohortPhase.Open;

    public string Heading => Status switch
    {
        WaitlistStatus.Unconfirmed => "Confirm your spot in line",
        WaitlistStatus.Waiting => CanWait ? $"You are number {Place} in line" : "Registration is closed",
        WaitlistStatus.Offered when IsOffered => "A seat is kept for you",
        WaitlistStatus.Accepted => "You took the seat",
        WaitlistStatus.Left => "You are not in line anymore",
        WaitlistStatus.Lapsed when Cohort.IsFull => "The seat went to the next person",
        _ => "Your time to take the seat is over",
    };
}
