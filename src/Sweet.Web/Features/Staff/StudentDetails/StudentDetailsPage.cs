using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Staff.StudentDetails;

public sealed record StudentDetailsPage(
    int Id, string Name, string Number, EnrollmentStatus Status, string Address, StudentDetailsForm Form)
{
    public bool IsHeld => Status == EnrollmentStatus.Held;

    /// <summary>What another person saved meanwhile, in words; null if no one did.</summary>
    public string? Theirs { get; init; }

    public static StudentDetailsPage Of(Enrollment enrollment, StudentDetailsForm form) => new(
        enrollment.Id, enrollment.FullName, enrollment.Number, enrollment.Status, EmailAddress.Shown(enrollment.Email), form);
}
