using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>What staff wrote down about a student, who never sees it. Its words are here alone: the history only says who wrote.</summary>
public sealed class StaffNote
{
    public const int TextMaxLength = 2_000;

    /// <summary>The same words by the same person so soon are a button pressed twice.</summary>
    public static readonly TimeSpan SameNote = TimeSpan.FromMinutes(1);

    private StaffNote()
    {
    }

    internal StaffNote(Enrollment enrollment, string text, Actor by, DateTime nowUtc)
    {
        EnrollmentId = enrollment.Id;
        Text = text.CutTo(TextMaxLength);
        WrittenBy = by.Reference;
        WrittenAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int EnrollmentId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>A staff member's id.</summary>
    public string? WrittenBy { get; private set; }

    public DateTime WrittenAtUtc { get; private set; }

    /// <summary>Kept, and no longer counted as said.</summary>
    public DateTime? RemovedAtUtc { get; internal set; }
}

public static class StaffNotes
{
    public static StaffNote Note(this Enrollment enrollment, string text, Actor by, DateTime nowUtc)
    {
        enrollment.Record("Note", null, "Written", by, nowUtc);
        return new StaffNote(enrollment, text, by, nowUtc);
    }

    /// <summary>May be repeated.</summary>
    public static void Remove(this Enrollment enrollment, StaffNote note, Actor by, DateTime nowUtc)
    {
        if (note.RemovedAtUtc is not null) return;

        note.RemovedAtUtc = nowUtc;
        enrollment.Record($"Note {note.Id}", "Written", "Removed", by, nowUtc);
    }

    /// <summary>Undoes a removal. May be repeated.</summary>
    public static void PutBack(this Enrollment enrollment, StaffNote note, Actor by, DateTime nowUtc)
    {
        if (note.RemovedAtUtc is null) return;

        note.RemovedAtUtc = null;
        enrollment.Record($"Note {note.Id}", "Removed", "Put back", by, nowUtc);
    }
}
