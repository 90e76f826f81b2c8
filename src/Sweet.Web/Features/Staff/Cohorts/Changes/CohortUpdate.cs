using Sweet.Domain.Courses.Planning;
using Sweet.Web.Features.Staff.Cohorts.Forms;
using Sweet.Web.Features.Staff.Shared.Versions;

namespace Sweet.Web.Features.Staff.Cohorts.Changes;

/// <summary>What came of a form that was sent.</summary>
public abstract record CohortUpdate
{
    public sealed record Saved : CohortUpdate;

    public sealed record NotThere : CohortUpdate;

    /// <param name="SeatsTaken">For a capacity below them.</param>
    public sealed record Refused(PlanRefusal Why, int SeatsTaken) : CohortUpdate;

    /// <summary>Another person saved first.</summary>
    public sealed record Overtaken(ConflictPage Page) : CohortUpdate;

    /// <summary>Students have what changes in their calendars: staff say whether they are told.</summary>
    public sealed record Asks(ChangePage Page) : CohortUpdate;
}

/// <param name="Names">Of those who get the email.</param>
public sealed record ChangePage(
    int Id, string Title, string Subject, IReadOnlyList<FieldChange> Changes, IReadOnlyList<FieldChange> Told,
    IReadOnlyList<string> Names, int Unpaid, CohortForm Form)
{
    public string People => Names.Count == 1 ? "1 person" : $"{Names.Count} people";
}
