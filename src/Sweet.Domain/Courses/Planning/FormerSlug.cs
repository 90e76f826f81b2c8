namespace Sweet.Domain.Courses.Planning;

/// <summary>An address that a course had: whoever follows an old link is led to the new one.</summary>
public sealed class FormerSlug
{
    private FormerSlug()
    {
    }

    public FormerSlug(Course course, string slug, DateTime nowUtc)
    {
        CourseId = course.Id;
        Slug = slug;
        LeftAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public int CourseId { get; private set; }

    public string Slug { get; private set; } = "";

    public DateTime LeftAtUtc { get; private set; }
}
