using Sweet.Domain.Enrollments;

namespace Sweet.Domain.Staff;

/// <summary>That staff looked at a student's link or had it emailed: it opens all that the student can do.</summary>
public static class LinkHistory
{
    public const string Subject = "Links";
    public const string Shown = "Shown";
    private const string Sent = "Sent";

    public static void RecordLinkShown(this Enrollment enrollment, Actor by, DateTime nowUtc) =>
        enrollment.Record(Subject, null, Shown, by, nowUtc);

    public static void RecordLinkSent(this Enrollment enrollment, Actor by, DateTime nowUtc) =>
        enrollment.Record(Subject, null, Sent, by, nowUtc);

    /// <summary>That staff asked for another address in a student's name; a student's own request is in their emails.</summary>
    public static void RecordAsking(this EmailChange change, Actor by, DateTime nowUtc)
    {
        if (by.Kind == ActorKind.Staff)
            change.Enrollment.Record("New address asked for", change.Enrollment.Email, change.Email, by, nowUtc);
    }
}
