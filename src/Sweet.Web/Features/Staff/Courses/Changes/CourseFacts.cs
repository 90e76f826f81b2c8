using System.Globalization;
using Sweet.Domain.Courses.Planning;

namespace Sweet.Web.Features.Staff.Courses.Changes;

/// <summary>A plan in words, field by field, as the history keeps it.</summary>
internal static class CourseFacts
{
    public static IReadOnlyList<FieldChange> Between(CoursePlan before, CoursePlan after)
    {
        var (from, to) = (Of(before), Of(after));
        return [.. to.Keys.Union(from.Keys, StringComparer.Ordinal)
            .Select(field => (Field: field, From: from.GetValueOrDefault(field), To: to.GetValueOrDefault(field)))
            .Where(f => f.From != f.To)
            .Select(f => new FieldChange(f.Field, f.From, f.To ?? "none"))];
    }

    private static Dictionary<string, string> Of(CoursePlan plan)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Title"] = plan.Title,
            ["Kind"] = plan.Kind,
            ["Address"] = $"/courses/{plan.Slug}",
            ["Promise"] = plan.Promise,
            ["Summary"] = plan.Summary,
            ["Who it is for"] = plan.Audience,
            ["Missed class"] = plan.MissedClass,
            ["Faculty"] = plan.Faculty,
            ["Refund fee"] = $"{plan.RefundFeePercent}%",
        };
        foreach (var (i, week) in plan.Weeks.Index()) facts[$"Week {i + 1}"] = $"{week.Title}: {week.Objective}";
        foreach (var (i, question) in plan.Questions.Index()) facts[$"Question {i + 1}"] = $"{question.Question} {question.Answer}";
        foreach (var (i, approval) in plan.Approvals.Index()) facts[$"Approval {i + 1}"] = InWords(approval);
        foreach (var (i, teacher) in plan.Teachers.Index()) facts[$"Faculty {i + 1}"] = InWords(teacher);
        return facts;
    }

    private static string InWords(PlannedTeacher teacher)
    {
        var picture = teacher.PictureHash is { } hash ? $"Picture {hash[..8]}: {teacher.AltText}" : "No picture";
        return $"{teacher.Name}{(teacher.Credentials is null ? "" : $", {teacher.Credentials}")}. {teacher.Biography} {picture}.";
    }

    private static string InWords(PlannedApproval approval) => string.Create(
        CultureInfo.InvariantCulture,
        $"{approval.Profession}, {approval.Hours:0.##} hours, {approval.Body} {approval.Number}, from {approval.ValidFrom:yyyy-MM-dd} "
        + $"to {approval.ValidTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "further notice"}. {approval.Statement}");
}
