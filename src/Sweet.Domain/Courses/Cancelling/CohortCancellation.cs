using Sweet.Domain.Enrollments;
using Sweet.Domain.Transfers;

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
    /// <param name="transfers">To which cohort each of them moves who does not get their money back.</param>
    /// <exception cref="InvalidOperationException"><see cref="CohortStates.CanCancel"/> says no.</exception>
    public CohortCancellation(
        Cohort cohort, string reason, string? note, IEnumerable<int> live, Actor by, DateTime nowUtc,
        IReadOnlyDictionary<int, int>? transfers = null)
    {
        if (!cohort.CanCancel()) throw new InvalidOperationException($"A cohort that is {cohort.Status} cannot be canceled.");

        CohortId = cohort.Id;
        StaffId = by.Reference ?? "";
        StartedAtUtc = nowUtc;
        seats.AddRange(live.Select(id => new CancelledSeat(id, transfers?.TryGetValue(id, out var to) is true ? to : null, nowUtc)));
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

    internal CancelledSeat(int enrollmentId, int? transferToId, DateTime nowUtc)
    {
        EnrollmentId = enrollmentId;
        TransferToId = transferToId;
        NextAttemptAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int CohortCancellationId { get; private set; }

    public int EnrollmentId { get; private set; }

    public Enrollment Enrollment { get; private set; } = null!;

    /// <summary>The cohort that was chosen in place of a refund, or null.</summary>
    public int? TransferToId { get; private set; }

    /// <summary>Why it was refunded all the same; null where it moved, or was to be refunded.</summary>
    public TransferRefusal? NotMovedBecause { get; private set; }

    public bool HasMoved => DoneAtUtc is not null && TransferToId is not null && NotMovedBecause is null;

    /// <summary>Null while the seat has not ended.</summary>
    public DateTime? DoneAtUtc { get; private set; }

    public int Attempts { get; private set; }

    public DateTime NextAttemptAtUtc { get; private set; }

    /// <summary>Why the last attempt did not end it, in words for staff.</summary>
    public string? Trouble { get; private set; }

    /// <summary>It is refunded in place of the transfer. May be repeated.</summary>
    public void Stay(TransferRefusal because) => NotMovedBecause = because;

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
