using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Courses.Cancelling;

/// <summary>
/// The institute cancels a cohort: from this save on nobody takes a seat, and each person's seat has a row, which a worker
/// carries out once.
/// </summary>
public sealed class CohortCancellation
{
    public const int ReasonMaxLength = Cohort.CancelledForMaxLength;
    public const int NoteMaxLength = HistoryEntry.NoteMaxLength;

    private readonly List<CancelledSeat> seats = [];

    private CohortCancellation()
    {
    }

    /// <param name="reason">What people read, in every email.</param>
    /// <param name="note">For staff alone.</param>
    /// <param name="live">Every enrollment that keeps a seat, read after the cohort was locked.</param>
    /// <exception cref="InvalidOperationException"><see cref="CohortStates.CanCancel"/> says no.</exception>
    public CohortCancellation(Cohort cohort, string reason, string? note, IEnumerable<int> live, Actor by, DateTime nowUtc)
    {
        if (!cohort.CanCancel()) throw new InvalidOperationException($"A cohort that is {cohort.Status} cannot be canceled.");

        CohortId = cohort.Id;
        StaffId = by.Reference ?? "";
        StartedAtUtc = nowUtc;
        seats.AddRange(live.Select(enrollmentId => new CancelledSeat(enrollmentId, nowUtc)));
        cohort.CancelledFor = reason;
        cohort.Become(CohortStatus.Cancelled, by, nowUtc, note is null ? reason : $"{reason} ({note})");
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    /// <summary>Who started it.</summary>
    public string StaffId { get; private set; } = "";

    public DateTime StartedAtUtc { get; private set; }

    public IReadOnlyList<CancelledSeat> Seats => seats;
}

/// <summary>One person whose seat ends with the cohort.</summary>
public sealed class CancelledSeat
{
    public const int TroubleMaxLength = 200;

    private CancelledSeat()
    {
    }

    internal CancelledSeat(int enrollmentId, DateTime nowUtc)
    {
        EnrollmentId = enrollmentId;
        NextAttemptAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int CohortCancellationId { get; private set; }

    public int EnrollmentId { get; private set; }

    public Enrollment Enrollment { get; private set; } = null!;

    /// <summary>Null while the seat has not ended.</summary>
    public DateTime? DoneAtUtc { get; private set; }

    public int Attempts { get; private set; }

    public DateTime NextAttemptAtUtc { get; private set; }

    /// <summary>Why the last attempt did not end it, in words for staff.</summary>
    public string? Trouble { get; private set; }

    /// <summary>May be repeated.</summary>
    public void Finish(DateTime nowUtc)
    {
        DoneAtUtc ??= nowUtc;
        Trouble = null;
    }

    public void Postpone(string trouble, TimeSpan wait, DateTime nowUtc)
    {
        Attempts++;
        Trouble = trouble.CutTo(TroubleMaxLength);
        NextAttemptAtUtc = nowUtc + wait;
    }
}
