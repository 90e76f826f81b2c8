using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Rosters;

public sealed record RosterPage(RosterCohort Cohort, RosterQuery Query, IReadOnlyList<RosterChip> Chips, Paged<RosterRow> People)
{
    public IReadOnlyList<RosterColumn> Columns { get; init; } = [];

    /// <summary>No one has ever registered.</summary>
    public bool IsEmpty => Chips[0].Count == 0 && Query.Who.Length == 0;

    public string ColumnsInWords => $"Columns, {Columns.Count} of {Enum.GetValues<RosterColumn>().Length}";

    public bool Shows(RosterColumn column) => Columns.Contains(column);
}

public sealed record RosterCohort(int Id, string Reference, string Name, string TimeZone, int Capacity, int SeatsTaken)
{
    public string Free => SeatsTaken == Capacity ? "No seat is free." : $"{Capacity - SeatsTaken} of {Capacity} seats are free.";
}

/// <param name="State">As the address says it.</param>
/// <param name="Count">Null where it would cost a look at each row.</param>
public sealed record RosterChip(string State, string Label, int? Count)
{
    public string InWords => Count is null ? Label : $"{Label} {Count}";
}
