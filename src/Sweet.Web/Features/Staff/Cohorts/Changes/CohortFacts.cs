using System.Globalization;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Cohorts.Changes;

/// <summary>A plan in words, field by field: what the history keeps, and what students are told.</summary>
internal static class CohortFacts
{
    private const string None = "none";
    private const string DayAndHours = ", ";
    private const string JoinLink = "Join link";

    /// <summary>What changes, with what it was and what it will be.</summary>
    public static IReadOnlyList<FieldChange> Between(CohortPlan before, CohortPlan after) =>
        [.. Compare([.. Told(before), .. Others(before)], [.. Told(after), .. Others(after)])];

    /// <summary>Of these, what students have in their calendars and emails.</summary>
    public static IReadOnlyList<FieldChange> ToldBetween(CohortPlan before, CohortPlan after) =>
        [.. Compare([.. Told(before)], [.. Told(after)])];

    /// <summary>Subject of the email: "Class 3 moves to Thursday, January 28, 2027".</summary>
    public static string SubjectOf(IReadOnlyList<FieldChange> told)
    {
        var classes = told.Where(change => change.Field.StartsWith("Class ", StringComparison.Ordinal)).ToList();
        var hasLink = told.Any(change => change.Field == JoinLink);
        if (classes.Count > 0) return NewsOf(classes) + (hasLink ? ", and there is a new link" : "");

        return hasLink ? "New link to your classes" : told is [{ To: None }] ? "The WhatsApp group has closed" : "New WhatsApp group";
    }

    private static string NewsOf(IReadOnlyList<FieldChange> classes) => classes switch
    {
        [{ From: null, To: var to }] => $"A class is added on {DayOf(to)}",
        [{ From: { } from, To: var to } one] when DayOf(from) == DayOf(to) =>
            $"{one.Field} on {DayOf(to)}, is now at {to[(DayOf(to).Length + DayAndHours.Length)..]}",
        [{ To: var to } one] => $"{one.Field} moves to {DayOf(to)}",
        _ when classes.All(c => c.From is { } from && DayOf(from) == DayOf(c.To)) => "The times of your classes have changed",
        _ => "The dates of your classes have changed",
    };

    // "Tuesday, January 26, 2027, 6:00–8:00 pm EST", as below.
    private static string DayOf(string words) =>
        words.LastIndexOf(DayAndHours, StringComparison.Ordinal) is > 0 and var end ? words[..end] : words;

    private static IEnumerable<(string Field, string? Words)> Told(CohortPlan plan)
    {
        foreach (var (index, planned) in plan.Classes.Index()) yield return (NameOf(index), InWords(planned, plan));

        var links = plan.Classes.Select(c => c.JoinUrl).Distinct(StringComparer.Ordinal).ToList();
        var each = plan.Classes.Select((c, i) => $"{NameOf(i)}: {c.JoinUrl ?? None}");
        yield return (JoinLink, links is [var only] ? only : string.Join(", ", each));
        yield return ("WhatsApp group", plan.WhatsAppUrl);
    }

    private static IEnumerable<(string Field, string? Words)> Others(CohortPlan plan)
    {
        yield return ("Time zone", plan.TimeZone);
        yield return ("Capacity", $"{plan.Capacity}");
        yield return ("Minimum", plan.Minimum is { } minimum ? $"{minimum}" : null);
        yield return ("Go/no-go date", plan.DecideOn?.ToString("MMMM d, yyyy", CultureInfo.GetCultureInfo(Institute.Language)));
        yield return ("Price", plan.Price.Exact());
        yield return ("Early price", plan.EarlyPrice is { } early ? early.Exact() : null);
        yield return ("Early price ends", InWords(plan.EarlyUntilUtc, plan.TimeZone));
        yield return ("Registration opens", InWords(plan.OpensAtUtc, plan.TimeZone));
        yield return ("Registration closes", InWords(plan.ClosesAtUtc, plan.TimeZone));
    }

    private static IEnumerable<FieldChange> Compare(
        IReadOnlyList<(string Field, string? Words)> before, IReadOnlyList<(string Field, string? Words)> after)
    {
        foreach (var field in after.Select(f => f.Field).Union(before.Select(f => f.Field), StringComparer.Ordinal))
        {
            var (from, to) = (before.FirstOrDefault(f => f.Field == field).Words, after.FirstOrDefault(f => f.Field == field).Words);
            if (from != to) yield return new FieldChange(field, from, to ?? None);
        }
    }

    private static string NameOf(int index) => $"Class {index + 1}";

    private static string InWords(PlannedClass planned, CohortPlan plan)
    {
        var start = ZonedTime.At(planned.StartsAtUtc(plan.Zone), plan.TimeZone);
        var end = ZonedTime.At(planned.EndsAtUtc(plan.Zone), plan.TimeZone);
        return $"{start.LongDate}{DayAndHours}{start.ClockUntil(end)} {end.Abbreviation}";
    }

    private static string? InWords(DateTime? utc, string zone) =>
        utc is { } at && ZonedTime.At(at, zone) is var time ? $"{time.LongDate}, {time.Clock} {time.Abbreviation}" : null;
}
