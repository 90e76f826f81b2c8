namespace Sweet.Domain.Courses;

public sealed class CourseWeek
{
    public const int TitleMaxLength = 150;
    public const int ObjectiveMaxLength = 500;

    private CourseWeek()
    {
    }

    internal CourseWeek(int number, string title, string objective)
    {
        Number = number;
        Title = title;
        Objective = objective;
    }

    public int Id { get; private set; }

    public int CourseId { get; private set; }

    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Objective { get; private set; } = "";
}
