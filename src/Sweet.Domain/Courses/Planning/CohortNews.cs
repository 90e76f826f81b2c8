namespace Sweet.Domain.Courses.Planning;

/// <summary>A change that the confirmed students of a cohort are told of, one after the other, in the order of their ids.</summary>
public sealed class CohortNews
{
    public const int SubjectMaxLength = 120;
    public const int SentenceMaxLength = 500;

    private CohortNews()
    {
    }

    /// <param name="subject">Of the email: "Class 3 moves to Thursday, January 28".</param>
    /// <param name="sentence">What staff add.</param>
    /// <param name="lastId">The highest id of an enrollment then: who comes later learns nothing new.</param>
    public CohortNews(Cohort cohort, string subject, IEnumerable<FieldChange> changes, string? sentence, int lastId, DateTime nowUtc)
    {
        CohortId = cohort.Id;
        Version = cohort.Version;
        Subject = subject.CutTo(SubjectMaxLength);
        Changes = [.. changes.Select(change => $"{change.Field}\n{change.From}\n{change.To}")];
        Sentence = sentence;
        LastId = lastId;
        SavedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int CohortId { get; private set; }

    /// <summary>Of the cohort, after the change.</summary>
    public int Version { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>Each with its field, what it was and what it is, line by line.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    public string? Sentence { get; private set; }

    public int LastId { get; private set; }

    /// <summary>Everyone with a lower id has been told.</summary>
    public int ToldUpToId { get; private set; }

    public DateTime SavedAtUtc { get; private set; }

    public DateTime? DoneAtUtc { get; private set; }

    public IEnumerable<FieldChange> AsChanges() => Changes.Select(lines => lines.Split('\n')).Select(Read);

    public void HaveTold(int upToId) => ToldUpToId = upToId;

    public void Finish(DateTime nowUtc) => DoneAtUtc ??= nowUtc;

    private static FieldChange Read(string[] lines) => new(lines[0], lines[1].Length == 0 ? null : lines[1], lines[^1]);
}
