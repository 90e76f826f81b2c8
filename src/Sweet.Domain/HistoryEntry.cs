namespace Sweet.Domain;

/// <summary>One transition: who changed what from what to what, and when. Never changed, never deleted.</summary>
public sealed class HistoryEntry
{
    /// <summary>A word and an id of Stripe's, which may have a hundred characters.</summary>
    public const int SubjectMaxLength = 120;

    /// <summary>A state is a word; what staff typed over may be a paragraph.</summary>
    public const int StateMaxLength = 2_000;
    public const int NoteMaxLength = 1_000;

    private HistoryEntry()
    {
    }

    internal HistoryEntry(string subject, string? from, string to, Actor by, DateTime nowUtc, string? note = null)
    {
        Subject = subject.CutTo(SubjectMaxLength);
        From = from?.CutTo(StateMaxLength);
        To = to.CutTo(StateMaxLength);
        ActorKind = by.Kind;
        ActorReference = by.Reference;
        AtUtc = nowUtc;
        Note = note?.CutTo(NoteMaxLength);
    }

    public int Id { get; private set; }

    public int? EnrollmentId { get; private set; }

    public int? CohortId { get; private set; }

    public int? CourseId { get; private set; }

    public int? WaitlistEntryId { get; private set; }

    /// <summary>What changed: "Enrollment", "Checkout 2", "Payment 17".</summary>
    public string Subject { get; private set; } = "";

    public string? From { get; private set; }

    public string To { get; private set; } = "";

    public ActorKind ActorKind { get; private set; }

    public string? ActorReference { get; private set; }

    public DateTime AtUtc { get; private set; }

    public string? Note { get; private set; }
}
