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
        return new NewCohortMessagePage(NameOf(cohort), form, new AudienceCounts(confirmed, all, all - confirmed), people, me);
    }

    public async Task<SendCohortMessagePage> Send(Cohort cohort, CohortMessageForm form, CancellationToken ct)
    {
        var people = db.Enrollments.Of(cohort.Id, form.Audience, form.EnrollmentIds);
        var named = await Named(people.OrderBy(e => e.LastName), ct);
        var count = named.Count < MostNamed ? named.Count : await people.CountAsync(ct);
        var letter = Letter(cohort, form.ToWritten(), named.Count > 0 ? named[0] : null);
        return new SendCohortMessagePage(NameOf(cohort), form, count, named, letter);
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
            new Paged<RecipientRow>(rows, number, found.Message.RecipientCount, PageSize), Letter(cohort, written, person: null));
    }

    /// <summary>As one of them gets it; without anybody, as it would be. The link to a page is never shown whole.</summary>
    public LetterContent Letter(Cohort cohort, WrittenMessage written, Person? person)
    {
        var reader = new CohortReader(
            person?.FirstName ?? "Sample", site.Page("/enrollments/…"), person?.Number ?? $"{cohort.Course.Code}-SAMPLE",
            person?.Status is null or EnrollmentStatus.Confirmed);
        return CohortMessageWords.Content(written, cohort, reader, site);
    }

    private static Task<List<Person>> Named(IOrderedQueryable<Enrollment> people, CancellationToken ct) =>
        people.ThenBy(e => e.FirstName).ThenBy(e => e.Id).Take(MostNamed)
            .Select(e => new Person(e.Id, e.Number, e.FirstName, e.LastName, e.Status)).ToListAsync(ct);
}
