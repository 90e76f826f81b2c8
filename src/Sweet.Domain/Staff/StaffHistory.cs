namespace Sweet.Domain.Staff;

/// <summary>What happened to a staff account, beside the history of enrollments and cohorts.</summary>
public static class StaffHistory
{
    public static HistoryEntry Entry(string staffId, string? from, string to, Actor by, DateTime nowUtc) =>
        new(SubjectOf(staffId), from, to, by, nowUtc);

    public static string SubjectOf(string staffId) => $"Staff {staffId}";
}
