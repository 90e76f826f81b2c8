using System.ComponentModel.DataAnnotations;
using Sweet.Domain.Courses;
using Sweet.Web.Features.Staff.Shared.Versions;

namespace Sweet.Web.Features.Staff.Courses.Forms;

/// <summary>All of a course, as it is typed. A row that is cleared is dropped; an empty one adds nothing.</summary>
public class CourseForm
{
    [Display(Name = "Title"), Required(ErrorMessage = "Enter a title")]
    [StringLength(Course.TitleMaxLength, ErrorMessage = "Shorten the title to {1} characters")]
    public string? Title { get; set; }

    [Display(Name = "Kind", Description = "What the title does not say: six-week certificate course")]
    [Required(ErrorMessage = "Enter the kind, like six-week certificate course")]
    [StringLength(Course.KindMaxLength, ErrorMessage = "Shorten the kind to {1} characters")]
    public string? Kind { get; set; }

    [Display(Name = "Address", Description = "Lowercase letters, digits, and hyphens. The old address leads to the new one.")]
    [Required(ErrorMessage = "Enter an address, like interpersonal-psychotherapy")]
    [StringLength(Course.SlugMaxLength, ErrorMessage = "Shorten the address to {1} characters")]
    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "Use lowercase letters, digits, and single hyphens")]
    public string? Slug { get; set; }

    [Display(Name = "Promise"), DataType(DataType.MultilineText)]
    [StringLength(Course.PromiseMaxLength, ErrorMessage = "Shorten the promise to {1} characters")]
    public string? Promise { get; set; }

    [Display(Name = "Summary", Description = "One sentence for lists, search engines, and feeds")]
    [DataType(DataType.MultilineText)]
    [StringLength(Course.SummaryMaxLength, ErrorMessage = "Shorten the summary to {1} characters")]
    public string? Summary { get; set; }

    [Display(Name = "Who it is for"), DataType(DataType.MultilineText)]
    [StringLength(Course.ProseMaxLength, ErrorMessage = "Shorten the text on who it is for to {1} characters")]
    public string? Audience { get; set; }

    [Display(Name = "If someone misses a class", Description = "A recording, a make-up class, how CE hours count. Markdown.")]
    [DataType(DataType.MultilineText)]
    [StringLength(Course.ProseMaxLength, ErrorMessage = "Shorten the text on missed classes to {1} characters")]
    public string? MissedClass { get; set; }

    [Display(Name = "Faculty, in general"), DataType(DataType.MultilineText)]
    [StringLength(Course.ProseMaxLength, ErrorMessage = "Shorten the text on the faculty to {1} characters")]
    public string? Faculty { get; set; }

    [Display(Name = "Fee kept when someone withdraws, in percent")]
    [Required(ErrorMessage = "Enter the fee kept when someone withdraws, or 0")]
    [Range(0, 100, ErrorMessage = "Enter a whole number from 0 to 100")]
    public int? RefundFeePercent { get; set; }

    public List<WeekForm> Weeks { get; set; } = [];

    public List<QuestionForm> Questions { get; set; } = [];

    public List<ApprovalForm> Approvals { get; set; } = [];

    public List<TeacherForm> Teachers { get; set; } = [];

    public int? Version { get; set; }

    public string? Base { get; set; }

    /// <summary>The button, where it saves nothing: "page", or the row that it adds: "week", "question"…</summary>
    public string? Act { get; set; }

    /// <summary>The refund rule in words, with the fee as it is typed.</summary>
    internal string RefundRule => RefundExample.InWords(RefundFeePercent);

    internal bool IsForPreview => Act == "page";

    /// <returns>Whether the button adds a row.</returns>
    internal bool AddRow()
    {
        if (Act == "week") Weeks.Add(new WeekForm());
        if (Act == "question") Questions.Add(new QuestionForm());
        if (Act == "approval") Approvals.Add(new ApprovalForm());
        if (Act == "teacher") Teachers.Add(new TeacherForm());
        return Act is not null && !IsForPreview;
    }

    internal IReadOnlyList<FormField> Fields() =>
    [
        new(nameof(Title), "Title", Title),
        new(nameof(Kind), "Kind", Kind),
        new(nameof(Slug), "Address", Slug),
        new(nameof(Promise), "Promise", Promise),
        new(nameof(Summary), "Summary", Summary),
        new(nameof(Audience), "Who it is for", Audience),
        new(nameof(MissedClass), "If someone misses a class", MissedClass),
        new(nameof(Faculty), "Faculty, in general", Faculty),
        new(nameof(RefundFeePercent), "Refund fee", RefundFeePercent?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        .. Weeks.Index().SelectMany(row => row.Item.Fields(row.Index)),
        .. Questions.Index().SelectMany(row => row.Item.Fields(row.Index)),
        .. Approvals.Index().SelectMany(row => row.Item.Fields(row.Index)),
        .. Teachers.Index().SelectMany(row => row.Item.Fields(row.Index)),
    ];
}
