using Sweet.Web.Seating;

namespace Sweet.Web.Features.Staff.GroupEnrollments;

/// <summary>One line of a pasted list: whom it names, or what is wrong with it.</summary>
public sealed record GroupLine(int Number, string Text)
{
    public HandPerson? Person { get; init; }

    public string? Problem { get; init; }

    /// <summary>The seat that its address has in the cohort, or null.</summary>
    public int? TakenBy { get; init; }

    /// <param name="taken">The enrollments of addresses in the cohort, by their keys.</param>
    public static IReadOnlyList<GroupLine> Marked(IReadOnlyList<GroupLine> lines, IReadOnlyDictionary<string, int> taken) =>
    [
        .. lines.Select(line => line.Person is { } person && taken.TryGetValue(person.Student.Email.Key, out var by)
            ? line with { Problem = "Has a seat in the cohort already", TakenBy = by }
            : line),
    ];
}
