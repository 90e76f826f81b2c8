using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Enrollments.Timelines;

/// <summary>Everything that happened, the newest first, by day.</summary>
/// <param name="Shown">What the filter of the address lets through; null: all.</param>
public sealed record Timeline(IReadOnlyList<TimelineDay> Days, IReadOnlyList<TimelineChip> Chips, TimelineGroup? Shown)
{
    /// <summary>No enrollment of ours has as many lines; a page stays a page.</summary>
    public const int MostOfAKind = 500;

    /// <param name="show">As the address says it; anything else shows all.</param>
    public static Timeline Of(IReadOnlyList<TimelineItem> items, string? show)
    {
        TimelineGroup? shown = Enum.TryParse<TimelineGroup>(show, ignoreCase: true, out var group) && Enum.IsDefined(group) ? group : null;
        var days = items.Where(i => shown is null || i.Group == shown)
            .OrderByDescending(i => i.AtUtc)
            .GroupBy(i => ZonedTime.At(i.AtUtc, OfficeTime.Zone).LongDate, StringComparer.Ordinal)
            .Select(day => new TimelineDay(day.Key, [.. day]))
            .ToList();
        return new Timeline(days, [new("All", null, items.Count), .. Enum.GetValues<TimelineGroup>().Select(g => ChipOf(g, items))], shown);
    }

    private static TimelineChip ChipOf(TimelineGroup group, IReadOnlyList<TimelineItem> items) =>
        new(group.ToString(), group, items.Count(i => i.Group == group));
}

/// <param name="Name">"Monday, November 23, 2026"</param>
public sealed record TimelineDay(string Name, IReadOnlyList<TimelineItem> Items);

public sealed record TimelineChip(string Label, TimelineGroup? Group, int Count)
{
    public string Query => Group is null ? "" : $"?show={Group.ToString()!.ToLowerInvariant()}";
}

/// <summary>What the filter tells apart.</summary>
public enum TimelineGroup
{
    Money,
    Emails,
    Changes,
    Notes,
}

/// <summary>One thing that happened.</summary>
/// <param name="Point">What, in bold.</param>
/// <param name="Who">Who did it, or who says so.</param>
public sealed record TimelineItem(DateTime AtUtc, TimelineGroup Group, string Point, string Who)
{
    /// <summary>The class of its square: turn, money, bad or none.</summary>
    public string? Mark { get; init; }

    /// <summary>What follows the point, or null.</summary>
    public string? Rest { get; init; }

    /// <summary>What was so before; null where nothing was, or nothing says so.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>What a person wrote, in their words.</summary>
    public string? Said { get; init; }

    /// <summary>A note that is removed is kept.</summary>
    public bool IsTakenBack { get; init; }

    public int? NoteId { get; init; }

    /// <summary>Of an email that can be sent again, as far as its row says.</summary>
    public int? MessageId { get; init; }

    public string Clock => ZonedTime.At(AtUtc, OfficeTime.Zone).Clock;

    public string Iso => ZonedTime.At(AtUtc, OfficeTime.Zone).Iso;
}
