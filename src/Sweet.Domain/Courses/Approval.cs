namespace Sweet.Domain.Courses;

/// <summary>An approving body's grant of CE credit for one profession.</summary>
public sealed class Approval
{
    public const int ProfessionMaxLength = 100;
    public const int BodyMaxLength = 200;
    public const int NumberMaxLength = 60;
    public const int StatementMaxLength = 1_000;

    private Approval()
    {
    }

    public Approval(string profession, decimal hours, string body, string number, DateOnly validFrom, DateOnly? validTo)
    {
        Profession = profession;
        Hours = hours;
        Body = body;
        Number = number;
        ValidFrom = validFrom;
        ValidTo = validTo;
    }

    public int Id { get; private set; }

    public int CourseId { get; private set; }

    /// <summary>In the plural, as the table on the course page says it: "Social workers".</summary>
    public string Profession { get; private set; } = "";

    /// <summary>CE hours of the whole course; an hour is 60 instructional minutes.</summary>
    public decimal Hours { get; private set; }

    public string Body { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string? Statement { get; init; }

    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day of the grant, or null while it has no end.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Demonstration data: the page says that the approval is not real.</summary>
    public bool IsSample { get; init; }

    public bool CoversOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
