namespace Sweet.Domain.Staff;

/// <summary>What somebody may do; a person may have both.</summary>
public readonly record struct StaffRoles(bool IsAdmin, bool IsMarketing)
{
    public bool AreNone => !IsAdmin && !IsMarketing;

    public IReadOnlyList<string> Names =>
        [.. new[] { IsAdmin ? StaffRole.Admin : null, IsMarketing ? StaffRole.Marketing : null }.OfType<string>()];

    public static StaffRoles Of(IEnumerable<string> names)
    {
        var known = names.ToHashSet(StringComparer.Ordinal);
        return new StaffRoles(known.Contains(StaffRole.Admin), known.Contains(StaffRole.Marketing));
    }
}
