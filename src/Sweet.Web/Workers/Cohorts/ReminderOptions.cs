using Sweet.Domain.Messages;

namespace Sweet.Web.Workers.Cohorts;

/// <summary>Which reminders of a class leave.</summary>
public sealed class ReminderOptions
{
    public const string Section = "Reminders";

    public bool Week { get; set; } = true;

    public bool Day { get; set; } = true;

    public bool Hour { get; set; } = true;

    public bool IsOn(ReminderKind kind) => kind switch
    {
        ReminderKind.Week => Week,
        ReminderKind.Day => Day,
        _ => Hour,
    };
}
