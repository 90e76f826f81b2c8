using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Rosters;

public sealed record RosterPage(RosterCohort Cohort, RosterQuery Query, IReadOnlyList<RosterChip> Chips, Paged<RosterRow> People)
{
    public IReadOnlyList<RosterColumn> Columns { get; init; } = [];

    /// <summary>No one has ever registered.</summary>
    public bool IsEmpty => Chips[0].Count == 0 && Query.Who.Length == 0;

    public string ColumnsInWords => $"Columns, {Columns.Count} of {Enum.GetValues<RosterColumn>().Length}";

    /// <summary>How many of those on this page have no seat anymore, and so get no email.</summary>
    public int Ended => People.Rows.Count(p => !p.HasSeat);

    public string? EndedInWords => Ended switch
    {
        0 => null,
        1 when People.Rows.Count == 1 => "Their seat has ended: an email to the cohort does not go to them.",
        var all when all == People.Rows.Count => "Their seats have ended: an email to the cohort does not go to them.",
        1 => "One of them has no seat anymore, and gets no email.",
        var some => $"{some} of them have no seat anymore, and get no email.",
    };

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
