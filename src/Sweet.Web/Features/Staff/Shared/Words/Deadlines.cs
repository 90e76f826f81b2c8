using System.Globalization;

namespace Sweet.Web.Features.Staff.Shared.Words;

public static class Deadlines
{
    /// <summary>"in 7 days", "in 5 hours", "in a few minutes", "over".</summary>
    public static string Left(DateTime deadlineUtc, DateTime nowUtc) => (deadlineUtc - nowUtc) switch
    {
        { Ticks: <= 0 } => "over",
        { TotalDays: >= 2 } left => string.Create(CultureInfo.InvariantCulture, $"in {(int)left.TotalDays} days"),
        { TotalHours: >= 2 } left => string.Create(CultureInfo.InvariantCulture, $"in {(int)left.TotalHours} hours"),
        { TotalHours: >= 1 } => "in an hour",
        _ => "in a few minutes",
    };
}
