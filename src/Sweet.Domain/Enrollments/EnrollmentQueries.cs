namespace Sweet.Domain.Enrollments;

public static class EnrollmentQueries
{
    /// <summary>Those that keep a seat: at most one an address and cohort.</summary>
    public static IQueryable<Enrollment> Live(this IQueryable<Enrollment> enrollments) =>
        enrollments.Where(e =>
            e.Status == EnrollmentStatus.Held || e.Status == EnrollmentStatus.Processing || e.Status == EnrollmentStatus.Confirmed);

    /// <summary>Those that keep a seat which is not paid for, or not yet.</summary>
    public static IQueryable<Enrollment> Unpaid(this IQueryable<Enrollment> enrollments) =>
        enrollments.Where(e => e.Status == EnrollmentStatus.Held || e.Status == EnrollmentStatus.Processing);

    /// <summary>Their time is over, or they wait to be moved to from a seat that has ended.</summary>
    public static IQueryable<Enrollment> HoldsEndedAt(this IQueryable<Enrollment> enrollments, DateTime nowUtc) =>
        enrollments.Where(e => e.Status == EnrollmentStatus.Held)
            .Where(e => e.HeldUntilUtc <= nowUtc
                || (e.TransferredFrom != null && e.TransferredFrom.Status != EnrollmentStatus.Confirmed))
            .OrderBy(e => e.HeldUntilUtc);
}
