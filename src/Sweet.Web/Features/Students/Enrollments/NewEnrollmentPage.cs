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

    public bool IsOpen => Phase == CohortPhase.Open;
}
