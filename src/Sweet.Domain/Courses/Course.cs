namespace Sweet.Domain.Courses;

/// <summary>A catalogue entry: what is taught. Its runs are cohorts.</summary>
public sealed class Course
{
    public const int CodeMaxLength = 10;
    public const int SlugMaxLength = 100;
    public const int TitleMaxLength = 150;
    public const int KindMaxLength = 100;
    public const int PromiseMaxLength = 300;
    public const int SummaryMaxLength = 300;

    private readonly List<CourseWeek> weeks = [];
    private readonly List<CourseQuestion> questions = [];
    private readonly List<Approval> approvals = [];

    private Course()
    {
    }

    public Course(string code, string slug, string title, string kind)
    {
        Code = code;
        Slug = slug;
        Title = title;
        Kind = kind;
    }

    public int Id { get; private set; }

    /// <summary>Begins every enrollment number and cohort reference, like "IPT".</summary>
    public string Code { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>What the title does not say: "six-week certificate course".</summary>
    public string Kind { get; private set; } = "";

    public string FullTitle => $"{Title}, {Kind}";

    public string Promise { get; set; } = "";

    /// <summary>One sentence for lists, search engines and feeds.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Audience { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Faculty { get; set; } = "";

    /// <summary>Kept for processing when a student withdraws.</summary>
    public int RefundFeePercent { get; set; } = 15;

    /// <summary>Null while it is a draft that no visitor sees.</summary>
    public DateTime? PublishedAtUtc { get; private set; }

    public IReadOnlyList<CourseWeek> Weeks => weeks;

    public IReadOnlyList<CourseQuestion> Questions => questions;

    public IReadOnlyList<Approval> Approvals => approvals;

    public void Publish(DateTime nowUtc) => PublishedAtUtc ??= nowUtc;

    public CourseWeek AddWeek(string title, string objective)
    {
        var week = new CourseWeek(weeks.Count + 1, title, objective);
        weeks.Add(week);
        return week;
    }

    public void AddQuestion(string question, string answer) =>
        questions.Add(new CourseQuestion(questions.Count + 1, question, answer));

    public void AddApproval(Approval approval) => approvals.Add(approval);
}
