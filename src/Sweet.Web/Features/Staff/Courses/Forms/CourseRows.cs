using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Courses;
using Sweet.Web.Features.Staff.Shared.Versions;

namespace Sweet.Web.Features.Staff.Courses.Forms;

public sealed class WeekForm
{
    [StringLength(CourseWeek.TitleMaxLength, ErrorMessage = "Shorten the title of the week to {1} characters")]
    public string? Title { get; set; }

    [DataType(DataType.MultilineText)]
    [StringLength(CourseWeek.ObjectiveMaxLength, ErrorMessage = "Shorten the objective of the week to {1} characters")]
    public string? Objective { get; set; }

    internal bool IsEmpty => Title is null && Objective is null;

    internal IEnumerable<FormField> Fields(int index) =>
    [
        new($"Weeks[{index}].Title", $"Week {index + 1}, title", Title),
        new($"Weeks[{index}].Objective", $"Week {index + 1}, objective", Objective),
    ];
}

public sealed class QuestionForm
{
    [DataType(DataType.MultilineText)]
    [StringLength(CourseQuestion.QuestionMaxLength, ErrorMessage = "Shorten the question to {1} characters")]
    public string? Question { get; set; }

    [DataType(DataType.MultilineText)]
    [StringLength(CourseQuestion.AnswerMaxLength, ErrorMessage = "Shorten the answer to {1} characters")]
    public string? Answer { get; set; }

    internal bool IsEmpty => Question is null && Answer is null;

    internal IEnumerable<FormField> Fields(int index) =>
    [
        new($"Questions[{index}].Question", $"Question {index + 1}", Question),
        new($"Questions[{index}].Answer", $"Answer {index + 1}", Answer),
    ];
}

public sealed class ApprovalForm
{
    [StringLength(Approval.ProfessionMaxLength, ErrorMessage = "Shorten the profession to {1} characters")]
    public string? Profession { get; set; }

    public string? Hours { get; set; }

    [StringLength(Approval.BodyMaxLength, ErrorMessage = "Shorten the name of the approving body to {1} characters")]
    public string? Body { get; set; }

    [StringLength(Approval.NumberMaxLength, ErrorMessage = "Shorten the number of the approval to {1} characters")]
    public string? Number { get; set; }

    [DataType(DataType.MultilineText)]
    [StringLength(Approval.StatementMaxLength, ErrorMessage = "Shorten the statement of the approval to {1} characters")]
    public string? Statement { get; set; }

    public string? ValidFrom { get; set; }

    public string? ValidTo { get; set; }

    /// <summary>Of demonstration data: "yes". Nobody types it.</summary>
    public string? Sample { get; set; }

    internal bool IsEmpty => Profession is null && Hours is null && Body is null && Number is null && ValidFrom is null;

    internal IEnumerable<FormField> Fields(int index)
    {
        var (name, label) = ($"Approvals[{index}]", $"Approval {index + 1}");
        return
        [
            new($"{name}.Profession", $"{label}, profession", Profession),
            new($"{name}.Hours", $"{label}, hours", Hours),
            new($"{name}.Body", $"{label}, body", Body),
            new($"{name}.Number", $"{label}, number", Number),
            new($"{name}.Statement", $"{label}, statement", Statement),
            new($"{name}.ValidFrom", $"{label}, from", ValidFrom),
            new($"{name}.ValidTo", $"{label}, to", ValidTo),
            new($"{name}.Sample", $"{label}, sample", Sample),
        ];
    }
}
