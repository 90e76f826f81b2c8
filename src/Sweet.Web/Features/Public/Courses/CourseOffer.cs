using Humanizer;
using Sweet.Domain.Courses;

namespace Sweet.Web.Features.Public.Courses;

/// <summary>What a course offers at one moment: the facts of every call to action, never typed by anybody.</summary>
/// <param name="Coming">Not begun yet, the earliest first class first.</param>
/// <param name="Over">Begun, past or cancelled, the latest first.</param>
public sealed record CourseOffer(CourseName Course, IReadOnlyList<CohortRow> Coming, IReadOnlyList<CohortRow> Over)
{
    /// <summary>CE hours by profession under the approvals that hold on the days of the next cohort.</summary>
    public IReadOnlyList<ApprovalRow> Approvals { get; init; } = [];

    /// <summary>The next cohort with a free seat.</summary>
    public CohortRow? Next => Coming.FirstOrDefault(c => c.CanRegister);

    public bool IsOpen => Next is not null;

    /// <summary>The next cohort whose line one can join; null while a seat can be had.</summary>
    public CohortRow? Wanted => IsOpen ? null : Coming.FirstOrDefault(c => c.IsFull);

    public bool HasFull => Coming.Any(c => c.IsFull);

    public decimal? CeHours => Approvals.Count == 0 ? null : Approvals.Max(a => a.Hours);

    public bool CeIsSample => Approvals.Any(a => a.IsSample);

    public string InterestPath => $"{Course.Path}/interests/new";

    /// <summary>Why nobody can register now; null while somebody can.</summary>
    public string? ClosedSentence =>
        IsOpen ? null
        : HasFull ? "Every open cohort is full right now."
        : Coming.Any(c => c.IsUpcoming) ? "Registration for the next cohort is not open yet."
        : "No cohort is open right now.";
}

public sealed record CourseName(int Id, string Slug, string Title, string Kind, string Summary)
{
    public string FullTitle => $"{Title}, {Kind}";

    public string Path => $"/courses/{Slug}";

    /// <summary>"Six-week certificate course, live online"</summary>
    public string KindSentence => $"{Kind.Transform(To.SentenceCase)}, live online";
}

public sealed record ApprovalRow(string Profession, decimal Hours, string Body, string Number, string? Statement, bool IsSample)
{
    private const int ShortBodyMaxLength = 20;

    /// <summary>Fits one line of the table.</summary>
    public bool HasShortBody => Body.Length <= ShortBodyMaxLength;

    public static IReadOnlyList<ApprovalRow> ValidFor(IEnumerable<Approval> approvals, DateOnly firstDay, DateOnly lastDay) =>
        [.. approvals
            .Where(a => a.CoversOn(firstDay) && a.CoversOn(lastDay))
            .OrderBy(a => a.Id)
            .Select(a => new ApprovalRow(a.Profession, a.Hours, a.Body, a.Number, a.Statement, a.IsSample))];
}
