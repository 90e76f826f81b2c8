using Sweet.Domain.Courses;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Cohorts;

public sealed record CohortsPage(CohortFilter Filter, IReadOnlyList<CohortChip> Chips, Paged<CohortListRow> List);

public sealed record CohortChip(CohortFilter Filter, int Count)
{
    public string Address => Filter == CohortFilter.All ? "/admin/cohorts" : $"/admin/cohorts?show={Filter.Word()}";

    public string Label => $"{Filter.Label()} {Count}";
}

public sealed record CohortListRow(int Id, string Title, CohortPhase Phase, CohortStatus Status, SeatNumbers Seats)
{
    public string State => PhaseWords.Of(Phase, Status);

    public string Square => PhaseWords.SquareOf(Phase);
}
