using Sweet.Domain.Courses.Persons;
using Sweet.Domain.Courses.Planning;

namespace Sweet.Domain.Courses;

public sealed class Course
{
    public const int CodeMaxLength = 10;
    public const int SlugMaxLength = 100;
    public const int TitleMaxLength = 150;
    public const int KindMaxLength = 100;
    public const int PromiseMaxLength = 300;
    public const int SummaryMaxLength = 300;
    public const int UsualRefundFeePercent = 15;

    /// <summary>Of audience, missed classes and faculty, in Markdown.</summary>
    public const int ProseMaxLength = 5_000;

    private readonly List<CourseWeek> weeks = [];
    private readonly List<CourseQuestion> questions = [];
    private readonly List<Approval> approvals = [];
    private readonly List<FacultyMember> teachers = [];
    private readonly List<Testimonial> testimonials = [];
    private readonly List<HistoryEntry> history = [];
    private string promise = "";
    private string summary = "";
    private string audience = "";
    private string missedClass = "";
    private string faculty = "";

    private Course()
    {
    }

    public Course(string code, string slug, string title, string kind, DateTime nowUtc)
    {
        Code = code;
        Slug = slug;
        Title = title;
        Kind = kind;
        UpdatedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    /// <summary>Begins every enrollment number and cohort reference, like "IPT".</summary>
    public string Code { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>What the title does not say: "six-week certificate course".</summary>
    public string Kind { get; private set; } = "";

    public string FullTitle => $"{Title}, {Kind}";

    public string Promise { get => promise; init => promise = value; }

    /// <summary>One sentence for lists, search engines, and feeds.</summary>
    public string Summary { get => summary; init => summary = value; }

    /// <summary>Markdown.</summary>
    public string Audience { get => audience; init => audience = value; }

    /// <summary>What happens to a missed class: a recording, a make-up. Markdown.</summary>
    public string MissedClass { get => missedClass; init => missedClass = value; }

    /// <summary>Markdown.</summary>
    public string Faculty { get => faculty; init => faculty = value; }

    /// <summary>Kept for processing when a student withdraws who registers now; orders keep theirs.</summary>
    public int RefundFeePercent { get; private set; } = UsualRefundFeePercent;

    /// <summary>Null while it is a draft that no visitor sees.</summary>
    public DateTime? PublishedAtUtc { get; private set; }

    public DateTime UpdatedAtUtc { get; private set; }

    public int Version { get; private set; } = 1;

    public IReadOnlyList<CourseWeek> Weeks => weeks;

    public IReadOnlyList<CourseQuestion> Questions => questions;

    public IReadOnlyList<Approval> Approvals => approvals;

    public IReadOnlyList<FacultyMember> Teachers => teachers;

    public IReadOnlyList<Testimonial> Testimonials => testimonials;

    public IReadOnlyList<HistoryEntry> History => history;

    /// <summary>May be repeated.</summary>
    public void Publish(DateTime nowUtc)
    {
        if (PublishedAtUtc is not null) return;

        PublishedAtUtc = nowUtc;
        Touch(nowUtc);
    }

    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to 100.</exception>
    public void SetRefundFee(int percent, DateTime nowUtc)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        RefundFeePercent = percent;
        Touch(nowUtc);
    }

    public void AddWeek(string title, string objective, DateTime nowUtc)
    {
        weeks.Add(new CourseWeek(weeks.Count + 1, title, objective));
        Touch(nowUtc);
    }

    public void AddQuestion(string question, string answer, DateTime nowUtc)
    {
        questions.Add(new CourseQuestion(questions.Count + 1, question, answer));
        Touch(nowUtc);
    }

    public void AddApproval(Approval approval, DateTime nowUtc)
    {
        approvals.Add(approval);
        Touch(nowUtc);
    }

    /// <inheritdoc cref="Publish(DateTime)"/>
    public void Publish(Actor by, DateTime nowUtc)
    {
        if (PublishedAtUtc is not null) return;

        Record(nameof(Course), "Draft", "Published", by, nowUtc);
        Publish(nowUtc);
    }

    internal void Record(string subject, string? from, string to, Actor by, DateTime nowUtc) =>
        history.Add(new HistoryEntry(subject, from, to, by, nowUtc));

    internal void Write(CoursePlan plan, DateTime nowUtc)
    {
        (Slug, Title, Kind) = (plan.Slug, plan.Title, plan.Kind);
        (promise, summary, audience) = (plan.Promise, plan.Summary, plan.Audience);
        (missedClass, faculty) = (plan.MissedClass, plan.Faculty);
        SetRefundFee(plan.RefundFeePercent, nowUtc);
    }

    /// <returns>Those that are no more.</returns>
    internal IReadOnlyList<CourseWeek> ReplaceWeeks(IEnumerable<PlannedWeek> planned) =>
        Replace(weeks, planned.Select((week, index) => new CourseWeek(index + 1, week.Title, week.Objective)));

    /// <inheritdoc cref="ReplaceWeeks"/>
    internal IReadOnlyList<CourseQuestion> ReplaceQuestions(IEnumerable<PlannedQuestion> planned) =>
        Replace(questions, planned.Select((asked, index) => new CourseQuestion(index + 1, asked.Question, asked.Answer)));

    /// <inheritdoc cref="ReplaceWeeks"/>
    internal IReadOnlyList<Approval> ReplaceApprovals(IEnumerable<PlannedApproval> planned) => Replace(approvals, planned.Select(a =>
        new Approval(a.Profession, a.Hours, a.Body, a.Number, a.ValidFrom, a.ValidTo) { Statement = a.Statement, IsSample = a.IsSample }));

    /// <inheritdoc cref="ReplaceWeeks"/>
    internal IReadOnlyList<FacultyMember> ReplaceTeachers(IEnumerable<PlannedTeacher> planned) =>
        Replace(teachers, planned.Select((t, index) => new FacultyMember(index + 1, t.Name, t.Credentials, t.Biography)
        {
            PictureHash = t.PictureHash,
            AltText = t.AltText,
        }));

    internal void Append(Testimonial testimonial, DateTime nowUtc)
    {
        testimonials.Add(testimonial);
        UpdatedAtUtc = nowUtc;
    }

    private static List<T> Replace<T>(List<T> rows, IEnumerable<T> next)
    {
        List<T> before = [.. rows];
        rows.Clear();
        rows.AddRange(next);
        return before;
    }

    private void Touch(DateTime nowUtc)
    {
        UpdatedAtUtc = nowUtc;
        Version++;
    }
}
