namespace Sweet.Web.Features.Staff.AuditEntries;

/// <summary>Where what was changed is shown.</summary>
internal static class ThingLinks
{
    public static string? Of(AuditRow row) =>
        row.EnrollmentId is not null ? $"/admin/enrollments/{row.EnrollmentId}"
        : row.CohortId is not null ? $"/admin/cohorts/{row.CohortId}"
        : row.CourseId is not null ? $"/admin/courses/{row.CourseId}"
        : row.Subject.StartsWith("Case ", StringComparison.Ordinal) ? $"/admin/cases/{row.Subject["Case ".Length..]}"
        : row.VoucherId is not null ? $"/admin/vouchers/{row.VoucherId}"
        : row.Account is not null ? $"/admin/people/{row.Subject["Staff ".Length..]}"
        : null;
}
