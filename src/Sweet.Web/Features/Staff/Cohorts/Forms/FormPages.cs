using Microsoft.AspNetCore.Mvc.Rendering;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

public sealed record NewCohortPage(CohortForm Form, IReadOnlyList<CourseChoice> Courses)
{
    /// <summary>The cohort that this one is a copy of, or null.</summary>
    public string? CopyOf { get; init; }

    public IReadOnlyList<string> Skipped { get; init; } = [];

    public IEnumerable<SelectListItem> CourseOptions => Courses.Select(c => new SelectListItem($"{c.Code}, {c.Title}", Typed.Text(c.Id)));

    public static IEnumerable<SelectListItem> Weekdays { get; } = Enum.GetNames<DayOfWeek>().Select(day => new SelectListItem(day, day));
}

public sealed record EditCohortPage(int Id, string Title, CohortForm Form);
