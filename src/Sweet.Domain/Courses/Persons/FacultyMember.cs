namespace Sweet.Domain.Courses.Persons;

/// <summary>One of the faculty, as the course page shows them.</summary>
public sealed class FacultyMember
{
    public const int NameMaxLength = 100;
    public const int CredentialsMaxLength = 100;
    public const int BiographyMaxLength = 2_000;
    public const int AltTextMaxLength = 200;

    private FacultyMember()
    {
    }

    internal FacultyMember(int number, string name, string? credentials, string biography)
    {
        Number = number;
        Name = name;
        Credentials = credentials;
        Biography = biography;
    }

    public int Id { get; private set; }

    public int CourseId { get; private set; }

    public int Number { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>"PhD, LCSW"</summary>
    public string? Credentials { get; private set; }

    /// <summary>Markdown.</summary>
    public string Biography { get; private set; } = "";

    public string? PictureHash { get; init; }

    /// <summary>What the picture shows, for who does not see it.</summary>
    public string? AltText { get; init; }
}
