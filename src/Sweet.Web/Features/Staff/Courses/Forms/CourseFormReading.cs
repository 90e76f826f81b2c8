using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Features.Staff.Shared.Versions;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.Courses.Forms;

/// <summary>A form becomes a plan, or says beside each field why not; and back.</summary>
internal static class CourseFormReading
{
    /// <returns>Null where something is wrong.</returns>
    public static CoursePlan? Read(this CourseForm form, ModelStateDictionary problems)
    {
        // Every row keeps its place, also an empty one: what was typed stands where it stood if something is wrong.
        foreach (var (i, row) in form.Weeks.Index().Where(week => !week.Item.IsEmpty))
            if (row.Title is null) problems.TryAddModelError($"Weeks[{i}].Title", $"Week {i + 1} has no title");
        foreach (var (i, row) in form.Questions.Index().Where(question => !question.Item.IsEmpty))
            if (row.Question is null || row.Answer is null)
                problems.TryAddModelError($"Questions[{i}].Question", $"Question {i + 1}: write both, question and answer");
        var approvals = form.Approvals.Index().Where(approval => !approval.Item.IsEmpty)
            .Select(row => Read(row.Item, row.Index, problems)).OfType<PlannedApproval>().ToList();
        foreach (var (i, row) in form.Teachers.Index().Where(teacher => !teacher.Item.IsEmpty))
        {
            if (row.Name is null) problems.TryAddModelError($"Teachers[{i}].Name", $"Faculty {i + 1}: enter the name");
            if (row.PictureHash is not null && row.AltText is null)
                problems.TryAddModelError($"Teachers[{i}].AltText", $"Faculty {i + 1}: say what the picture shows");
        }

        if (!problems.IsValid) return null;

        return new CoursePlan
        {
            Slug = form.Slug!,
            Title = form.Title!,
            Kind = form.Kind!,
            Promise = form.Promise ?? "",
            Summary = form.Summary ?? "",
            Audience = form.Audience ?? "",
            MissedClass = form.MissedClass ?? "",
            Faculty = form.Faculty ?? "",
            RefundFeePercent = form.RefundFeePercent!.Value,
            Weeks = [.. form.Weeks.Where(row => !row.IsEmpty).Select(row => new PlannedWeek(row.Title!, row.Objective ?? ""))],
            Questions = [.. form.Questions.Where(row => !row.IsEmpty).Select(row => new PlannedQuestion(row.Question!, row.Answer!))],
            Approvals = approvals,
            Teachers = [.. form.Teachers.Where(row => !row.IsEmpty).Select(Read)],
        };
    }

    public static CourseForm ToForm(this CoursePlan plan, int version)
    {
        var form = new CourseForm
        {
            Title = plan.Title,
            Kind = plan.Kind,
            Slug = plan.Slug,
            Promise = TextOf(plan.Promise),
            Summary = TextOf(plan.Summary),
            Audience = TextOf(plan.Audience),
            MissedClass = TextOf(plan.MissedClass),
            Faculty = TextOf(plan.Faculty),
            RefundFeePercent = plan.RefundFeePercent,
            Weeks = [.. plan.Weeks.Select(w => new WeekForm { Title = w.Title, Objective = TextOf(w.Objective) })],
            Questions = [.. plan.Questions.Select(q => new QuestionForm { Question = q.Question, Answer = q.Answer })],
            Approvals = [.. plan.Approvals.Select(FormOf)],
            Teachers = [.. plan.Teachers.Select(FormOf)],
            Version = version,
        };
        form.Base = FormField.PrintsOf(form.Fields());
        return form;
    }

    private static PlannedApproval? Read(ApprovalForm row, int index, ModelStateDictionary problems)
    {
        var (name, label) = ($"Approvals[{index}]", $"Approval {index + 1}");
        var isHours = decimal.TryParse(row.Hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours);
        if (row.Profession is null) problems.TryAddModelError($"{name}.Profession", $"{label}: name the profession");
        if (!isHours || hours is <= 0 or >= 1_000)
            problems.TryAddModelError($"{name}.Hours", $"{label}: enter the CE hours, like 12 or 1.5");
        if (row.Body is null) problems.TryAddModelError($"{name}.Body", $"{label}: name the approving body");
        if (row.Number is null) problems.TryAddModelError($"{name}.Number", $"{label}: enter the number of the approval");
        var (from, to) = (Typed.Date(row.ValidFrom), Typed.Date(row.ValidTo));
        if (from is null) problems.TryAddModelError($"{name}.ValidFrom", $"{label}: enter from when it holds, like 2027-01-01");
        if ((to is null && row.ValidTo is not null) || to < from)
            problems.TryAddModelError($"{name}.ValidTo", $"{label}: enter its last day, like 2028-12-31, or leave it empty");
        return from is null || row.Profession is null || row.Body is null || row.Number is null
            ? null
            : new PlannedApproval(row.Profession, hours, row.Body, row.Number, row.Statement, from.Value, to, row.Sample is not null);
    }

    private static PlannedTeacher Read(TeacherForm row) =>
        new(row.Name!, row.Credentials, row.Biography ?? "", row.PictureHash, row.PictureHash is null ? null : row.AltText);

    private static TeacherForm FormOf(PlannedTeacher teacher) => new()
    {
        Name = teacher.Name,
        Credentials = teacher.Credentials,
        Biography = TextOf(teacher.Biography),
        PictureHash = teacher.PictureHash,
        AltText = teacher.AltText,
    };

    private static ApprovalForm FormOf(PlannedApproval approval) => new()
    {
        Profession = approval.Profession,
        Hours = approval.Hours.ToString("0.##", CultureInfo.InvariantCulture),
        Body = approval.Body,
        Number = approval.Number,
        Statement = approval.Statement,
        ValidFrom = Typed.Text(approval.ValidFrom),
        ValidTo = approval.ValidTo is { } to ? Typed.Text(to) : null,
        Sample = approval.IsSample ? "yes" : null,
    };

    private static string? TextOf(string text) => text.Length == 0 ? null : text;
}
