namespace Sweet.Domain.Courses;

public static class CohortQueries
{
    public static IQueryable<Cohort> Public(this IQueryable<Cohort> cohorts) =>
        cohorts.Where(c => c.Status != CohortStatus.Draft);

    /// <summary>Seats or not; the earliest first class first.</summary>
    public static IQueryable<Cohort> OpenAt(this IQueryable<Cohort> cohorts, DateTime nowUtc) =>
        cohorts
            .Where(c => c.Status == CohortStatus.Open && c.RegistrationOpensAtUtc <= nowUtc
                && nowUtc < c.RegistrationClosesAtUtc && nowUtc < c.LastClassEndsAtUtc)
            .OrderBy(c => c.FirstClassAtUtc);

    /// <summary>Neither a draft nor ended by staff.</summary>
    public static IQueryable<Cohort> UnderWay(this IQueryable<Cohort> cohorts) =>
        cohorts.Where(c => c.Status == CohortStatus.Open || c.Status == CohortStatus.Closed);

    /// <summary>Completed, or its last class has ended.</summary>
    public static IQueryable<Cohort> OverAt(this IQueryable<Cohort> cohorts, DateTime nowUtc) =>
        cohorts.Where(c => c.Status == CohortStatus.Completed
            || ((c.Status == CohortStatus.Open || c.Status == CohortStatus.Closed) && c.LastClassEndsAtUtc <= nowUtc));
}
