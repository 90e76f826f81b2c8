namespace Sweet.Web.Features.Staff.Rosters;

/// <summary>What a staff member may have shown beside name and state.</summary>
public enum RosterColumn
{
    Profession,
    Paid,
    Since,
    Needs,
    Email,
    Certificate,
    Payer,
    Origin,
}

public static class RosterColumnText
{
    public static readonly IReadOnlyList<RosterColumn> Usual =
        [RosterColumn.Profession, RosterColumn.Paid, RosterColumn.Since, RosterColumn.Needs];

    public static string InWords(this RosterColumn column) => column switch
    {
        RosterColumn.Profession => "Profession and license",
        RosterColumn.Needs => "Needs a person",
        RosterColumn.Certificate => "Name on the certificate",
        RosterColumn.Origin => "How they came to us",
        _ => column.ToString(),
    };

    /// <param name="kept">As <see cref="Kept"/> wrote it; null: the usual ones.</param>
    public static IReadOnlyList<RosterColumn> Read(string? kept) => kept is null
        ? Usual
        : [.. Enum.GetValues<RosterColumn>().Where(column => kept.Split(' ').Contains(column.ToString(), StringComparer.Ordinal))];

    public static string Kept(IEnumerable<RosterColumn> columns) => string.Join(' ', columns.Distinct().Order());
}
