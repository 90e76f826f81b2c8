using Sweet.Web.Features.Staff.Rosters;

namespace Sweet.Web.Features.Staff.RosterColumns;

/// <summary>One field a column, named as it is.</summary>
public sealed class RosterColumnsForm
{
    public bool Profession { get; set; }

    public bool Paid { get; set; }

    public bool Since { get; set; }

    public bool Needs { get; set; }

    public bool Email { get; set; }

    public bool Certificate { get; set; }

    public bool Payer { get; set; }

    public bool Origin { get; set; }

    /// <summary>The query of the list that was shown.</summary>
    public string? Back { get; set; }

    /// <summary>Below the roster's own address, whatever was posted.</summary>
    public string BackWithin => Back is ['?', ..] ? Back : "";

    public IReadOnlyList<RosterColumn> Chosen =>
    [
        .. new (RosterColumn Column, bool IsChosen)[]
        {
            (RosterColumn.Profession, Profession), (RosterColumn.Paid, Paid), (RosterColumn.Since, Since),
            (RosterColumn.Needs, Needs), (RosterColumn.Email, Email), (RosterColumn.Certificate, Certificate),
            (RosterColumn.Payer, Payer), (RosterColumn.Origin, Origin),
        }.Where(c => c.IsChosen).Select(c => c.Column),
    ];
}
