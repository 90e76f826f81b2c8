using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Courses.Cancelling;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Waitlists;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared.Words;
using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Features.Staff.CohortCancellations;

/// <summary>Ends a cohort for good, with a row for each seat that ends; a worker carries them out.</summary>
public sealed class CancelCohort(SweetDbContext db, CancellationPages pages, Outbox outbox, KeptPages kept, TimeProvider clock)
{
    public async Task<CancelAnswer> For(int id, CancellationForm form, Actor by, CancellationToken ct)
    {
        var answer = await db.InTransaction(transaction => For(transaction, id, form, by, ct), ct);
        if (answer == CancelAnswer.Started) kept.Drop(PageTags.Courses);
        return answer;
    }

    private async Task<CancelAnswer> For(SweetTransaction transaction, int id, CancellationForm form, Actor by, CancellationToken ct)
    {
        if (!await db.LockCohort(db.Cohorts.Where(c => c.Id == id), ct)) return CancelAnswer.NotThere;

        var cohort = await db.Cohorts.Include(c => c.Course).Include(c => c.Meetings).SingleAsync(c => c.Id == id, ct);
        if (cohort.Status == CohortStatus.Cancelled) return CancelAnswer.Started;
        if (!cohort.CanCancel()) return CancelAnswer.HasEnded;

        var seen = await pages.Read(id, form, ct);
        if (Typed.Number(form.Confirm) != seen.People.Count) return CancelAnswer.OtherNumber;
        if (form.Sum != seen.Back.Minor || (form.Moving ?? 0) != seen.Moves) return CancelAnswer.OtherSum;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var line = await EndLine(cohort, by, nowUtc, ct);
        var moves = seen.People.Where(p => p.To is not null).ToDictionary(p => p.Id, p => p.To!.Id);
        db.Add(new CohortCancellation(cohort, form.Reason!, form.Note, seen.People.Select(p => p.Id).Order(), by, nowUtc, moves));
        foreach (var entry in line) await outbox.Tell(new LineEndedLetter(entry, cohort), nowUtc, ct);
        await transaction.SaveAndCommit(ct);
        return CancelAnswer.Started;
    }

    private async Task<IReadOnlyList<WaitlistEntry>> EndLine(Cohort cohort, Actor by, DateTime nowUtc, CancellationToken ct)
    {
        var line = await db.WaitlistEntries
            .Where(e => e.CohortId == cohort.Id && (e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered))
            .ToListAsync(ct);
        foreach (var entry in line) cohort.Leave(entry, by, nowUtc, "The cohort was canceled.");
        return line;
    }
}

public enum CancelAnswer
{
    Started,
    NotThere,
    HasEnded,

    /// <summary>Another number was typed than there are people, by now.</summary>
    OtherNumber,

    /// <summary>Somebody paid or was refunded since the page was shown, or something else was chosen than it shows.</summary>
    OtherSum,
}
