using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Staff.Cohorts.States;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

/// <summary>A cohort as the course page writes it, from what is typed of it: nothing is said of what is not typed yet.</summary>
public sealed record ReadByStudents(CohortRow Row)
{
    public bool HasSeats { get; init; }

    public bool HasPrice { get; init; }

    public bool HasWindow { get; init; }

    /// <summary>Null where no approval covers the dates.</summary>
    public decimal? CeHours { get; init; }

    /// <summary>Null where it could be opened.</summary>
    public string? Missing { get; init; }

    /// <param name="course">With its approvals; nothing of it is saved.</param>
    /// <param name="plan">With at least one class.</param>
    /// <param name="taken">Seats that nobody else can have, of a cohort that is saved.</param>
    internal static ReadByStudents Of(Course course, CohortForm form, CohortPlan plan, int taken, DateTime nowUtc)
    {
        var cohort = plan.ToDraft(course, "preview", key: null, Actor.Worker("preview"), nowUtc);
        var row = CohortRow.Of($"/courses/{course.Slug}", cohort, nowUtc) with { SeatsLeft = Math.Max(0, plan.Capacity - taken) };
        var approvals = ApprovalRow.ValidFor(
            course.Approvals, DateOnly.FromDateTime(row.First.Local), DateOnly.FromDateTime(row.Last.Local));
        var gaps = cohort.OpeningGaps(nowUtc);
        return new ReadByStudents(row)
        {
            HasSeats = form.Capacity is not null,
            HasPrice = form.Price is not null,
            HasWindow = plan.ClosesAtUtc is not null,
            CeHours = approvals.Count == 0 ? null : approvals.Max(a => a.Hours),
            Missing = gaps.Count == 0 ? null : GapWords.Of(gaps),
        };
    }
}
