using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters.Cohorts;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.CohortMessages;

public sealed class CohortMessagePages(SweetDbContext db, LetterSite site)
{
    private const int PageSize = 50;
    private const int MostNamed = 200;

    /// <summary>In place of a student's link, which staff see nowhere whole.</summary>
    private const string ShownPage = "/enrollments/…";

    public Task<Cohort?> FindCohort(int id, CancellationToken ct) =>
        db.Cohorts.AsNoTracking().Include(c => c.Course).SingleOrDefaultAsync(c => c.Id == id, ct);

    public static CohortName NameOf(Cohort cohort) =>
        new(cohort.Id, CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone));

    public async Task<CohortMessageListPage?> All(int cohortId, int number, CancellationToken ct)
    {
        if (await FindCohort(cohortId, ct) is not { } cohort) return null;

        var messages = db.CohortMessages.Where(m => m.CohortId == cohortId);
        var rows = await messages.OrderByDescending(m => m.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(m => new CohortMessageRow(
                m.Id, m.Subject, m.Audience, m.RecipientCount, m.Recipients.Count(r => r.DoneAtUtc == null), m.SentAtUtc,
                db.Users.Where(u => u.Id == m.StaffId).Select(u => u.Name).FirstOrDefault()))
            .ToListAsync(ct);
        return new CohortMessageListPage(
            NameOf(cohort), new Paged<CohortMessageRow>(rows, number, await messages.CountAsync(ct), PageSize));
    }

    public async Task<NewCohortMessagePage> New(Cohort cohort, CohortMessageForm form, string me, CancellationToken ct)
    {
        var live = db.Enrollments.Of(cohort.Id, CohortAudience.All, []);
        var states = await live.GroupBy(e => e.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var confirmed = states.Find(s => s.Key == EnrollmentStatus.Confirmed)?.Count ?? 0;
        var all = states.Sum(s => s.Count);
        // Whoever was chosen in the roster is among them, however many the others are.
        var chosen = form.EnrollmentIds;
        var sorted = chosen.Count == 0 ? live.OrderBy(e => e.LastName)
            : live.OrderByDescending(e => chosen.Contains(e.Id)).ThenBy(e => e.LastName);
        var people = await Named(sorted, ct);
        var ended = chosen.Count == 0 ? 0 : chosen.Count - await live.CountAsync(e => chosen.Contains(e.Id), ct);
        return new NewCohortMessagePage(NameOf(cohort), form, new AudienceCounts(confirmed, all, all - confirmed), people, me)
        {
            Notice = ended == 0 ? null
                : $"{(ended == 1 ? "One of those whom you chose has" : $"{ended} of those whom you chose have")} no seat in this cohort "
                    + "anymore: only people with a seat can be chosen.",
        };
    }

    public async Task<SendCohortMessagePage> Send(Cohort cohort, CohortMessageForm form, CancellationToken ct)
    {
        var people = db.Enrollments.Of(cohort.Id, form.Audience, form.EnrollmentIds);
        var named = await Named(people.OrderBy(e => e.LastName), ct);
        var count = named.Count < MostNamed ? named.Count : await people.CountAsync(ct);
        return new SendCohortMessagePage(NameOf(cohort), form, count, named, await Preview(cohort, form, ct));
    }

    /// <summary>The email as the first of its readers gets it, whose link alone is not shown; without anybody, as it would be.</summary>
    public async Task<CohortPreview> Preview(Cohort cohort, CohortMessageForm form, CancellationToken ct)
    {
        var readers = db.Enrollments.AsNoTracking().Of(cohort.Id, form.Audience, form.EnrollmentIds);
        var first = await readers.OrderBy(e => e.LastName).ThenBy(e => e.FirstName).ThenBy(e => e.Id).FirstOrDefaultAsync(ct);
        var reader = first is null ? SampleOf(cohort) : CohortMessageWords.ReaderOf(first, site.Page(ShownPage));
        return new CohortPreview(
            CohortMessageWords.Content(form.ToWritten(), cohort, reader, site),
            CohortMessageWords.SaysFirstName(form.Text!) ? await readers.CalledStudent().CountAsync(ct) : 0);
    }

    public async Task<CohortMessagePage?> Find(int cohortId, int id, int number, CancellationToken ct)
    {
        if (await FindCohort(cohortId, ct) is not { } cohort) return null;

        var found = await db.CohortMessages.AsNoTracking().Where(m => m.Id == id && m.CohortId == cohortId)
            .Select(m => new
            {
                Message = m,
                By = db.Users.Where(u => u.Id == m.StaffId).Select(u => u.Name).FirstOrDefault(),
                Waiting = m.Recipients.Count(r => r.DoneAtUtc == null),
            })
            .SingleOrDefaultAsync(ct);
        if (found is null) return null;

        var rows = await db.CohortRecipients.Where(r => r.CohortMessageId == id)
            .Join(db.Enrollments, r => r.EnrollmentId, e => e.Id, (r, e) => new { Recipient = r, Enrollment = e })
            .OrderBy(p => p.Enrollment.LastName).ThenBy(p => p.Enrollment.FirstName).ThenBy(p => p.Recipient.Id)
            .Skip((number - 1) * PageSize).Take(PageSize)
            .Select(p => new RecipientRow(
                p.Enrollment.Id, p.Enrollment.Number, p.Enrollment.FirstName, p.Enrollment.LastName, p.Recipient.DoneAtUtc,
                p.Recipient.Message == null ? null : p.Recipient.Message.Status))
            .ToListAsync(ct);
        var written = new WrittenMessage(found.Message.Subject, found.Message.Text, found.Message.Audience);
        return new CohortMessagePage(
            NameOf(cohort), found.Message, found.By, found.Waiting,
            new Paged<RecipientRow>(rows, number, found.Message.RecipientCount, PageSize),
            CohortMessageWords.Content(written, cohort, SampleOf(cohort), site));
    }

    private CohortReader SampleOf(Cohort cohort) => new("Sample", site.Page(ShownPage), $"{cohort.Course.Code}-SAMPLE", IsConfirmed: true);

    private static Task<List<Person>> Named(IOrderedQueryable<Enrollment> people, CancellationToken ct) =>
        people.ThenBy(e => e.FirstName).ThenBy(e => e.Id).Take(MostNamed)
            .Select(e => new Person(e.Id, e.Number, e.FirstName, e.LastName, e.Status)).ToListAsync(ct);
}
