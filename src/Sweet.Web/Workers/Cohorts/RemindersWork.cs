using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Cohorts;

namespace Sweet.Web.Workers.Cohorts;

/// <summary>
/// Reminds those who are enrolled a week, a day and an hour before a class. Who was told is read from the outbox: after a restart
/// nobody is told twice, and a class that was moved is told of at its new time.
/// </summary>
public sealed partial class RemindersWork(
    SweetDbContext db, Outbox outbox, WorkerTurn turn, IOptions<ReminderOptions> options, TimeProvider clock, ILogger<RemindersWork> log)
    : IWork
{
    /// <summary>Written and saved at once: a thousand students are twenty short transactions.</summary>
    private const int PageSize = 50;

    public string Name => "reminders";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var kinds = Enum.GetValues<ReminderKind>().Where(options.Value.IsOn).ToList();
        var due = (await Near(nowUtc, ct)).SelectMany(m => kinds.Where(k => k.IsDueAt(m, nowUtc)), (m, k) => (m, k));
        foreach (var (meeting, kind) in due)
        {
            try
            {
                var last = 0;
                while (await RemindPage(meeting, kind, last, ct) is { } more) last = more;
            }
            catch (Exception exception) when (exception.LetsOthersGoOn())
            {
                Failed(meeting.Id, kind, exception);
            }
        }
    }

    private Task<List<ClassMeeting>> Near(DateTime nowUtc, CancellationToken ct)
    {
        var untilUtc = nowUtc + Reminders.Longest;
        return db.Cohorts.AsNoTracking()
            .Where(c => (c.Status == CohortStatus.Open || c.Status == CohortStatus.Closed)
                && c.FirstClassAtUtc <= untilUtc && c.LastClassEndsAtUtc > nowUtc)
            .SelectMany(c => c.Meetings).Where(m => m.StartsAtUtc > nowUtc && m.StartsAtUtc <= untilUtc)
            .OrderBy(m => m.StartsAtUtc).ThenBy(m => m.Id).ToListAsync(ct);
    }

    /// <returns>After whom the next page begins; null if this was the last one.</returns>
    private Task<int?> RemindPage(ClassMeeting seen, ReminderKind kind, int after, CancellationToken ct) =>
        db.InTransaction<int?>(
            async transaction =>
            {
                await turn.Insist(ct);
                var nowUtc = clock.GetUtcNow().UtcDateTime;
                var page = await Untold(seen, kind, after, ct);
                foreach (var enrollment in page)
                {
                    // Moved or dropped since it was seen: the next round looks again.
                    var meeting = enrollment.Cohort.Meetings.FirstOrDefault(m => m.Id == seen.Id);
                    if (meeting is not null && meeting.StartsAtUtc == seen.StartsAtUtc)
                        await outbox.Tell(new ReminderLetter(enrollment, meeting, kind, nowUtc), nowUtc, ct);
                }

                await transaction.SaveAndCommit(ct);
                return page.Count < PageSize ? null : page[^1].Id;
            },
            ct);

    // Who was confirmed later has just been told all of it.
    private Task<List<Enrollment>> Untold(ClassMeeting meeting, ReminderKind kind, int after, CancellationToken ct)
    {
        var facts = ReminderLetter.FactsOf(meeting, kind);
        var dueAtUtc = kind.DueAtUtc(meeting.StartsAtUtc);
        return db.Enrollments.Live().AsNoTrackingWithIdentityResolution().WithClassMeetings().AsSplitQuery()
            .Where(e => e.CohortId == meeting.CohortId && e.Status == EnrollmentStatus.Confirmed && e.ConfirmedAtUtc <= dueAtUtc
                && e.Id > after && !db.Messages.Any(m => m.Fact == facts + e.Number))
            .OrderBy(e => e.Id).Take(PageSize).ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders of class meeting {MeetingId} ({Kind}) failed; the next round tries again")]
    private partial void Failed(int meetingId, ReminderKind kind, Exception exception);
}
