using Sweet.Domain.Courses;

namespace Sweet.Domain.Messages;

/// <summary>How long before a class its students are reminded of it.</summary>
public enum ReminderKind
{
    Week,
    Day,
    Hour,
}

/// <summary>When a reminder is due, and until when it is worth an email: who reads it late has no use for it.</summary>
public static class Reminders
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static DateTime DueAtUtc(this ReminderKind kind, DateTime startsAtUtc) => startsAtUtc - kind switch
    {
        ReminderKind.Week => Longest,
        ReminderKind.Day => TimeSpan.FromDays(1),
        _ => TimeSpan.FromHours(1),
    };

    /// <summary>The first moment at which it comes too late: that of a week two days before, that of a day at the hour's.</summary>
    public static DateTime EndsAtUtc(this ReminderKind kind, DateTime startsAtUtc) => kind switch
    {
        ReminderKind.Week => startsAtUtc.AddDays(-2),
        ReminderKind.Day => ReminderKind.Hour.DueAtUtc(startsAtUtc),
        _ => startsAtUtc,
    };

    public static bool IsDueAt(this ReminderKind kind, ClassMeeting meeting, DateTime nowUtc) =>
        kind.DueAtUtc(meeting.StartsAtUtc) <= nowUtc && nowUtc < kind.EndsAtUtc(meeting.StartsAtUtc);
}
