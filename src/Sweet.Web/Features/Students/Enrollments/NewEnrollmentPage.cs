using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>What one is registering for, beside the form.</summary>
/// <param name="ResumeToken">Of the seat that this browser holds in the cohort already, or null.</param>
public sealed record NewEnrollmentPage(
    string Reference, string CourseSlug, string CourseTitle, string CourseKind, CohortPhase Phase, int SeatsLeft,
    Money Price, int HoldMinutes, ClassTimes Times, string? ResumeToken)
{
    public EnrollmentForm Form { get; init; } = new();

    /// <summary>Of the place in line to which a seat is offered, or null.</summary>
    public SeatOffer? Offer { get; init; }

    public bool IsOpen => Phase == CohortPhase.Open;

    public bool IsFull => Phase == CohortPhase.Full && Offer is null;

    public string FormPath => Offer is null ? $"/cohorts/{Reference}/enrollments" : $"/waitlist-entries/{Offer.Token}/enrollments";
}

public sealed record SeatOffer(string Token, DateTime EndsAtUtc);
