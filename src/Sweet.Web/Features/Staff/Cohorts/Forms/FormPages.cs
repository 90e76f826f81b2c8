using Microsoft.AspNetCore.Mvc.Rendering;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

public sealed record NewCohortPage(CohortForm Form, IReadOnlyList<CourseChoice> Courses)
{
    /// <summary>The cohort that this one is a copy of, or null.</summary>
    public string? CopyOf { get; init; }

    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Null while there is nothing to read.</summary>
    public ReadByStudents? Students { get; init; }

    public IEnumerable<SelectListItem> CourseOptions => Courses.Select(c => new SelectListItem($"{c.Code}, {c.Title}", Typed.Text(c.Id)));

    public static IEnumerable<SelectListItem> Weekdays { get; } =
        Enum.GetNames<DayOfWeek>().Select(day => new SelectListItem(day, day)).Prepend(new SelectListItem("Same weekday", ""));
}

public sealed record EditCohortPage(int Id, string Title, CohortForm Form, ReadByStudents? Students);
