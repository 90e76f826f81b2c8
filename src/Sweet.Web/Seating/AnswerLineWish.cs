using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Letters.Waitlists;

namespace Sweet.Web.Seating;

/// <summary>
/// What follows when an address asks for a place in line: it is emailed what it is to confirm, the place or the seat that it has
/// already. Whoever asked is told nothing of that.
/// </summary>
public sealed class AnswerLineWish(SweetDbContext db, Outbox outbox)
{
    /// <summary>As part of a transaction that has locked the requests of the address, and commits.</summary>
    /// <param name="request">With a cohort and a name.</param>
    public async Task Answer(LinkRequest request, DateTime nowUtc, CancellationToken ct)
    {
        var cohort = await db.Cohorts.Include(c => c.Course).SingleAsync(c => c.Id == request.CohortId, ct);
        if (await SeatOf(request, cohort, ct) is { } enrolled)
        {
            await outbox.Tell(new AlreadyEnrolledLetter(enrolled, nowUtc), nowUtc, ct);
            return;
        }

        var entry = await db.WaitlistEntries.SingleOrDefaultAsync(
            e => e.CohortId == cohort.Id && e.EmailKey == request.EmailKey
                && (e.Status == WaitlistStatus.Unconfirmed || e.Status == WaitlistStatus.Waiting || e.Status == WaitlistStatus.Offered),
            ct) ?? await Note(request, cohort, ct);
        WaitlistLetter letter = entry.IsInLine
            ? new WaitlistJoinedLetter(entry, cohort, askedAgainAtUtc: nowUtc)
            : new WaitlistAskedLetter(entry, cohort, nowUtc);
        await outbox.Tell(letter, nowUtc, ct);
    }

    private Task<Enrollment?> SeatOf(LinkRequest request, Cohort cohort, CancellationToken ct) =>
        db.Enrollments.Whole().Live().SingleOrDefaultAsync(e => e.CohortId == cohort.Id && e.EmailKey == request.EmailKey, ct);

    private async Task<WaitlistEntry> Note(LinkRequest request, Cohort cohort, CancellationToken ct)
    {
        var noticeId = await db.PolicyVersions.InForce(PolicyKind.Privacy, request.AskedAtUtc).Select(v => v.Id).SingleAsync(ct);
        var email = EmailAddress.Read(request.Email, out _)!;
        var entry = new WaitlistEntry(cohort.Id, email, request.Name!, noticeId, request.AskedAtUtc);
        db.WaitlistEntries.Add(entry);
        return entry;
    }
}
