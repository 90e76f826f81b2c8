namespace Sweet.Domain.Courses;

public static class CourseQueries
{
    /// <summary>What visitors see; a course without a date is a draft.</summary>
    public static IQueryable<Course> PublishedAt(this IQueryable<Course> courses, DateTime nowUtc) =>
        courses.Where(c => c.PublishedAtUtc <= nowUtc);
}
