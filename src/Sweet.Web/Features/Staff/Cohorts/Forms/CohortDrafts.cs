using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Planning;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Cohorts.Forms;

/// <summary>Forms of cohorts that are not saved yet, and of one that is.</summary>
public sealed class CohortDrafts(SweetDbContext db, TimeProvider clock)
{
    private const int Minutes = 120;

    public async Task<IReadOnlyList<CourseChoice>> Courses(CancellationToken ct) =>
        await db.Courses.AsNoTracking().OrderBy(c => c.Title).Select(c => new CourseChoice(c.Id, c.Code, c.Title)).ToListAsync(ct);

    /// <summary>With what the latest cohort of the course had, and no dates.</summary>
    public async Task<CohortForm> New(int? courseId, CancellationToken ct)
    {
        var form = new CohortForm { TimeZone = Institute.TimeZone, Minutes = Typed.Text(Minutes), CourseId = Typed.Text(courseId) };
        if (await Read(db.Cohorts.Where(c => c.CourseId == courseId && c.Status != CohortStatus.Cancelled), ct) is { } latest)
        {
            form = latest.AsPlan().ToForm(version: null);
            form.FillLine(latest.AsPlan());
            (form.CourseId, form.Meetings, form.JoinUrl, form.WhatsAppUrl) = (Typed.Text(latest.CourseId), [], null, null);
            (form.FirstDate, form.DatesFor, form.DecideOn, form.EarlyUntil, form.EarlyPrice) = (null, null, null, null, null);
            (form.Opens, form.Closes) = (null, null);
        }

        form.Key = RandomText.Token();
        return form;
    }

    /// <summary>All of another cohort, begun in the week after its end: every date moves. Weeks without a class are asked about.</summary>
    public async Task<CohortCopy?> Copy(int id, CancellationToken ct)
    {
        if (await Read(db.Cohorts.Where(c => c.Id == id), ct) is not { } cohort) return null;

        var plan = cohort.AsPlan();
        var form = plan.ToForm(version: null);
        (form.CourseId, form.Key, form.Base) = (Typed.Text(cohort.CourseId), RandomText.Token(), null);
        var dates = plan.Classes.Select(c => DateOnly.FromDateTime(c.StartsAtLocal)).ToList();
        form.FillLine(plan);
        if (dates.Count > 0)
        {
            form.FirstDate = Typed.Text(ClassDates.LayOut(dates[^1].AddDays(1), dates[0].DayOfWeek, count: 1, new HashSet<DateOnly>())[0]);
            form.Lay();
        }

        var skipped = ClassDates.SkippedBetween(dates).Select(d => d.ToString("MMMM d", CultureInfo.InvariantCulture)).ToList();
        return new CohortCopy(form, CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone), skipped);
    }

    public async Task<CohortForm?> Edit(int id, CancellationToken ct) =>
        await Read(db.Cohorts.Where(c => c.Id == id), ct) is { } cohort ? cohort.AsPlan().ToForm(cohort.Version) : null;

    public async Task<string?> TitleOf(int id, CancellationToken ct) =>
        await Read(db.Cohorts.Where(c => c.Id == id), ct) is { } cohort
            ? CohortTitle.Of(cohort.Course.Code, cohort.FirstClassAtUtc, cohort.TimeZone) : null;

    public async Task<string> CurrencyOf(int id, CancellationToken ct) =>
        await db.Cohorts.Where(c => c.Id == id).Select(c => c.Currency).SingleOrDefaultAsync(ct) ?? "USD";

    public async Task<int?> CourseOf(int id, CancellationToken ct) =>
        await db.Cohorts.Where(c => c.Id == id).Select(c => (int?)c.CourseId).SingleOrDefaultAsync(ct);

    /// <returns>Null where something is wrong: then the problems say what.</returns>
    public CohortPlan? Plan(CohortForm form, ModelStateDictionary problems, string currency) =>
        new CohortFormReading(form, problems, currency, clock.GetUtcNow().UtcDateTime).Read();

    /// <summary>What students will read of a cohort that is typed.</summary>
    /// <param name="id">Of the cohort, once there is one: its seats are counted.</param>
    /// <returns>Null while there is nothing to read: no course, no class, or something in the form is wrong.</returns>
    public async Task<ReadByStudents?> Students(CohortForm form, int? id, int? courseId, string currency, CancellationToken ct)
    {
        if (Plan(form.Copy(), new ModelStateDictionary(), currency) is not { Classes.Count: > 0 } plan) return null;

        var course = await db.Courses.AsNoTracking().Include(c => c.Approvals).SingleOrDefaultAsync(c => c.Id == courseId, ct);
        if (course is null) return null;

        var taken = await db.Cohorts.Where(c => c.Id == id).Select(c => c.SeatsTaken + c.Waiting).SingleOrDefaultAsync(ct);
        return ReadByStudents.Of(course, form, plan, taken, clock.GetUtcNow().UtcDateTime);
    }

    private static Task<Cohort?> Read(IQueryable<Cohort> cohorts, CancellationToken ct) =>
        cohorts.AsNoTracking().Include(c => c.Course).Include(c => c.Meetings)
            .OrderByDescending(c => c.FirstClassAtUtc).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);
}

public sealed record CourseChoice(int Id, string Code, string Title);

/// <param name="Skipped">Weeks in which the other one had no class.</param>
public sealed record CohortCopy(CohortForm Form, string Of, IReadOnlyList<string> Skipped);
