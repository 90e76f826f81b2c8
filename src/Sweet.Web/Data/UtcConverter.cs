using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sweet.Web.Data;

/// <summary>SQLite returns times without their kind; all that end in Utc are.</summary>
/// <remarks>A time of another kind is a mistake of ours that would be stored shifted: it throws.</remarks>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => Checked(time),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
{
    /// <summary>Public for the model that is written when the site is published.</summary>
    public static DateTime Checked(DateTime time) =>
        time.Kind == DateTimeKind.Local ? throw new InvalidOperationException("A local time was about to be stored as UTC.") : time;
}
