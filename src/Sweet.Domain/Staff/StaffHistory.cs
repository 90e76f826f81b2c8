namespace Sweet.Domain.Staff;

/// <summary>What happened to a staff account or an invitation, beside the history of enrollments and cohorts.</summary>
public static class StaffHistory
{
    public const string InvitationSubject = "Invitation";

    public static HistoryEntry Entry(string staffId, string? from, string to, Actor by, DateTime nowUtc) =>
        new(SubjectOf(staffId), from, to, by, nowUtc);

    /// <summary>Before there is an account.</summary>
    public static HistoryEntry Invited(Invitation invitation, Actor by, DateTime nowUtc) =>
        new(InvitationSubject, null, InWords(invitation), by, nowUtc);

    public static HistoryEntry Revoked(Invitation invitation, Actor by, DateTime nowUtc) =>
        new(InvitationSubject, InWords(invitation), $"{invitation.Email} revoked", by, nowUtc);

    public static string SubjectOf(string staffId) => $"Staff {staffId}";

    private static string InWords(Invitation invitation) => $"{invitation.Email} as {string.Join(", ", invitation.Roles.Names)}";
}
