namespace Sweet.Domain.Courses.Planning;

/// <summary>All of a course that staff write down.</summary>
public sealed record CoursePlan
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public string Promise { get; init; } = "";

    public string Summary { get; init; } = "";

    public string Audience { get; init; } = "";

    public string MissedClass { get; init; } = "";

    public string Faculty { get; init; } = "";

    public int RefundFeePercent { get; init; }

    public IReadOnlyList<PlannedWeek> Weeks { get; init; } = [];

    public IReadOnlyList<PlannedQuestion> Questions { get; init; } = [];

    public IReadOnlyList<PlannedApproval> Approvals { get; init; } = [];

    public IReadOnlyList<PlannedTeacher> Teachers { get; init; } = [];
}

public sealed record PlannedWeek(string Title, string Objective);

public sealed record PlannedQuestion(string Question, string Answer);

public sealed record PlannedTeacher(string Name, string? Credentials, string Biography, string? PictureHash, string? AltText);

public sealed record PlannedApproval(
    string Profession, decimal Hours, string Body, string Number, string? Statement, DateOnly ValidFrom, DateOnly? ValidTo, bool IsSample);
