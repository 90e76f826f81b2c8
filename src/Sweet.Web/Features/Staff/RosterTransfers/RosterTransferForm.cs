using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Features.Staff.Transfers;

namespace Sweet.Web.Features.Staff.RosterTransfers;

/// <summary>What the page has shown of each person, and what is chosen for all of them.</summary>
public sealed class RosterTransferForm : DifferenceForm
{
    /// <summary>The id of the cohort that the page was about.</summary>
    public int To { get; set; }

    /// <summary>In the order in which they move.</summary>
    public List<PersonShown> People { get; set; } = [];

    internal IEnumerable<PersonSeen> Moving() => Read(PersonSeen.Read).DistinctBy(p => p.Id);

    internal IEnumerable<PersonRefused> Staying() => Read(PersonRefused.Read).DistinctBy(p => p.Id);

    internal IReadOnlyList<int> Everyone() => [.. Moving().Select(p => p.Id).Union(Staying().Select(p => p.Id))];

    private IEnumerable<T> Read<T>(Func<string?, T?> read)
        where T : class => People.Select(p => read(p.What)).OfType<T>();
}

public sealed class PersonShown
{
    /// <summary>Who, and the sum that was shown, or why they stay: "17:10000", "18:MoneyInDoubt".</summary>
    [StringLength(40, ErrorMessage = "Open this page again: its form is not as we sent it")]
    public string? What { get; set; }
}

/// <summary>Who is to move, as the page said it.</summary>
/// <param name="DueMinor">What was shown as due, below zero for what goes back.</param>
internal sealed record PersonSeen(int Id, long DueMinor)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}:{DueMinor}");

    public static PersonSeen? Read(string? text) =>
        text?.Split(':') is [var id, var due] && Typed.Number(id) is { } number
        && long.TryParse(due, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
            ? new PersonSeen(number, minor) : null;
}
