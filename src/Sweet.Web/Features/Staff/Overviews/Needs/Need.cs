namespace Sweet.Web.Features.Staff.Overviews.Needs;

/// <summary>One thing that waits for a person, and the page that solves it.</summary>
/// <param name="What">In bold: what it is.</param>
/// <param name="Text">The rest of the sentence.</param>
public sealed record Need(string What, string Text, string Address, string Link)
{
    public bool IsUrgent { get; init; }

    public DateTime? SinceUtc { get; init; }

    public DateTime? DueUtc { get; init; }

    /// <summary>Not the day alone matters.</summary>
    public bool HasHour { get; init; }
}
