using Sweet.Web.Seating;

namespace Sweet.Web.Features.Staff.GroupEnrollments;

/// <summary>One line of a pasted list: whom it names, or what is wrong with it.</summary>
public sealed record GroupLine(int Number, string Text)
{
    public HandPerson? Person { get; init; }

    public string? Problem { get; init; }

    /// <summary>The seat that its address has in the cohort, or null.</summary>
    public int? TakenBy { get; init; }
}
