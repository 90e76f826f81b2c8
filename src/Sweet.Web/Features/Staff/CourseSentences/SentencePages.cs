using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.CourseSentences;

public sealed class SentencePages(SweetDbContext db)
{
    private const int Size = 25;

    /// <returns>Null if there is no such course.</returns>
    public async Task<SentencesPage?> Find(int courseId, int number, CancellationToken ct)
    {
        var course = await db.Courses.Where(c => c.Id == courseId)
            .Select(c => new { c.Title, Count = c.Sentences.Count }).SingleOrDefaultAsync(ct);
        if (course is null) return null;

        // Those that are shown stand first, as on the page.
        var rows = await db.Courses.Where(c => c.Id == courseId).SelectMany(c => c.Sentences)
            .OrderBy(s => s.WithdrawnAtUtc != null).ThenBy(s => s.Id).Skip((number - 1) * Size).Take(Size)
            .Select(s => new SentenceRow(s.Id, s.Text, s.ShownAs, s.AgreedBy, s.AgreedOn, s.AgreedHow, s.WithdrawnAtUtc))
            .ToListAsync(ct);
        return new SentencesPage(courseId, course.Title, new Paged<SentenceRow>(rows, number, course.Count, Size), new SentenceForm());
    }
}

public sealed record SentencesPage(int CourseId, string Course, Paged<SentenceRow> Sentences, SentenceForm Form);

public sealed record SentenceRow(
    int Id, string Text, string ShownAs, string AgreedBy, DateOnly AgreedOn, string AgreedHow, DateTime? WithdrawnAtUtc)
{
    public bool IsShown => WithdrawnAtUtc is null;
}
