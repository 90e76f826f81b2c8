using Sweet.Domain.ByHand;

namespace Sweet.Web.Features.Staff.CohortImports;

public sealed record ImportPage(int CohortId, string Cohort, int Free, int InLine)
{
    public ImportForm Form { get; init; } = new();

    /// <summary>Null before the table was checked.</summary>
    public ImportOutcome? Outcome { get; init; }

    public string Seats => $"{Free} free" + (InLine > 0 ? $", beyond those kept for {InLine} on the waitlist" : "");
}

/// <summary>What each line will come to, or has.</summary>
public sealed record ImportOutcome(IReadOnlyList<ImportResult> Lines)
{
    /// <summary>The names of columns that nothing is taken from.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    public string? PassedOverInWords => PassedOver.Count == 0
        ? null
        : $"Nothing is taken from {(PassedOver.Count == 1 ? "this column" : "these columns")}: "
            + $"{string.Join(", ", PassedOver.Select(name => $"“{name}”"))}. "
            + $"If {(PassedOver.Count == 1 ? "it matters" : "they matter")}, correct the name above the column.";

    public bool IsDone { get; init; }

    /// <summary>Others would be enrolled than were shown: nothing was done.</summary>
    public bool IsOther { get; init; }

    public int Status => IsOther ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    public int Enrolled => Lines.Count(l => l.IsEnrolled);

    public int Left => Lines.Count - Enrolled;

    public string Heading => Enrolled switch
    {
        0 => IsDone ? "No one was enrolled" : "No one will be enrolled",
        1 => IsDone ? "1 student was enrolled" : "1 student will be enrolled",
        _ => IsDone ? $"{Enrolled} students were enrolled" : $"{Enrolled} students will be enrolled",
    };

    public string Button => Enrolled == 1 ? "Enroll 1 student" : $"Enroll {Enrolled} students";
}

public sealed record ImportResult(int Number, string Name, string Email, bool IsEnrolled, string What)
{
    /// <summary>Theirs, new or from before; null where there is none.</summary>
    public int? EnrollmentId { get; init; }
}

internal static class ImportRefusalText
{
    /// <param name="another">Another name that the address stands under in the cohort, or null.</param>
    public static string InWords(this ImportRefusal refusal, string? another) => refusal switch
    {
        ImportRefusal.AlreadyEnrolled when another is not null =>
            $"This address is enrolled as {another}: nothing changes. Each person needs their own address",
        ImportRefusal.ImportedBefore when another is not null =>
            $"This address was imported before as {another}, and that seat has ended: each person needs their own address",
        ImportRefusal.NotTaken => "The cohort is a draft, over, or canceled",
        ImportRefusal.AlreadyEnrolled => "Already enrolled: nothing changes",
        ImportRefusal.ImportedBefore => "Imported before, but the seat has ended: enroll this person by hand if they are coming back",
        ImportRefusal.Full => "No seat is free that isn’t kept for the waitlist",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
