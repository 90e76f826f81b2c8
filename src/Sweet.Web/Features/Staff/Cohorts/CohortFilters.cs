using Sweet.Domain.Courses;

namespace Sweet.Web.Features.Staff.Cohorts;

public enum CohortFilter
{
    All,
    ToCome,
    Running,
    Draft,
    Past,
    Canceled,
}

/// <summary>What "show" of the list's address says.</summary>
internal static class CohortFilters
{
    public static CohortFilter From(HttpRequest request) =>
        Enum.GetValues<CohortFilter>().FirstOrDefault(filter => filter.Word() == request.Query["show"]);

    public static string Word(this CohortFilter filter) => filter switch
    {
        CohortFilter.ToCome => "to-come",
        _ => filter.ToString().ToLowerInvariant(),
    };

    public static string Label(this CohortFilter filter) => filter == CohortFilter.ToCome ? "To come" : filter.ToString();

    public static IQueryable<Cohort> Shown(this IQueryable<Cohort> cohorts, CohortFilter filter, DateTime nowUtc) => filter switch
    {
        CohortFilter.ToCome => cohorts.UnderWay().Where(c => c.FirstClassAtUtc > nowUtc),
        CohortFilter.Running => cohorts.UnderWay().Where(c => c.FirstClassAtUtc <= nowUtc && c.LastClassEndsAtUtc > nowUtc),
        CohortFilter.Draft => cohorts.Where(c => c.Status == CohortStatus.Draft),
        CohortFilter.Past => cohorts.OverAt(nowUtc),
        CohortFilter.Canceled => cohorts.Where(c => c.Status == CohortStatus.Cancelled),
        _ => cohorts,
    };
}
