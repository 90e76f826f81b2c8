using System.Globalization;
using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>
/// Who of the staff sees to what a student needs, and until when. What it is stays in <see cref="Enrollment.Accommodation"/>:
/// it may tell of somebody's health, so the history says that it changed, and not what it said.
/// </summary>
public sealed class AccommodationRequest
{
    private const string Subject = "Accommodation";

    private AccommodationRequest()
    {
    }

    public AccommodationRequest(Enrollment enrollment)
    {
        Enrollment = enrollment;
        EnrollmentId = enrollment.Id;
    }

    public int Id { get; private set; }

    public int EnrollmentId { get; private set; }

    public Enrollment Enrollment { get; private set; } = null!;

    /// <summary>A staff member's id; null while nobody has it.</summary>
    public string? OwnerId { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DateTime? DoneAtUtc { get; private set; }

    /// <summary>Raised by every change; 0 is one that nobody has touched.</summary>
    public int Version { get; private set; }

    /// <param name="plan">With the owner's names as staff read them, for the history.</param>
    public void Plan(AccommodationPlan plan, Actor by, DateTime nowUtc)
    {
        if (Enrollment.Accommodation != plan.Need)
            Enrollment.Record(Subject, null, Enrollment.Accommodation is null ? "Written down" : "Reworded", by, nowUtc);
        Note("owner", plan.OwnerBefore, plan.Owner, by, nowUtc);
        Note("due", Written(DueOn), Written(plan.DueOn), by, nowUtc);
        Note("state", StateOf(DoneAtUtc is not null), StateOf(plan.IsDone), by, nowUtc);
        Enrollment.Accommodation = plan.Need;
        (OwnerId, DueOn) = (plan.OwnerId, plan.DueOn);
        DoneAtUtc = plan.IsDone ? DoneAtUtc ?? nowUtc : null;
        Version++;
    }

    private void Note(string what, string? from, string? to, Actor by, DateTime nowUtc)
    {
        if (from != to) Enrollment.Record($"{Subject} {what}", from, to ?? "none", by, nowUtc);
    }

    private static string StateOf(bool isDone) => isDone ? "done" : "open";

    private static string? Written(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}

public sealed record AccommodationPlan(string Need, string? OwnerId, DateOnly? DueOn, bool IsDone)
{
    public string? Owner { get; init; }

    public string? OwnerBefore { get; init; }
}

public static class AccommodationQueries
{
    /// <summary>Live enrollments whose student asked for something that nobody of the staff has taken on.</summary>
    public static IQueryable<Enrollment> WithoutOwner(this IQueryable<Enrollment> enrollments, IQueryable<AccommodationRequest> requests) =>
        enrollments.Live().Where(e => e.Accommodation != null
            && !requests.Any(r => r.EnrollmentId == e.Id && (r.OwnerId != null || r.DoneAtUtc != null)));
}
