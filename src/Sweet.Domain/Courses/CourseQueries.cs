namespace Sweet.Domain.Courses;

public static class CourseQueries
{
    public static IQueryable<Course> PublishedAt(this IQueryable<Course> courses, DateTime nowUtc) =>
        courses.Where(c => c.PublishedAtUtc <= nowUtc);
}
