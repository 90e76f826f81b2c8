using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Data;

namespace Sweet.Web.Restoring;

/// <summary>Whether a message that was written some time ago still says what is so: by its row and those that it stands on.</summary>
public sealed class MessageTruth(SweetDbContext db)
{
    /// <returns>Why it is untrue by now, without a name or an address; null if it is true.</returns>
    public async Task<string?> WhyUntrue(Message message, DateTime nowUtc, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.Whole().SingleOrDefaultAsync(e => e.Id == message.EnrollmentId, ct);
        var isOfStudent = message.Recipient == Recipient.Student && enrollment is not null;
        if (isOfStudent && enrollment!.Email != message.ToAddress) return "the address was corrected";
        if (!await LinksOpen(message.LinkTokens, ct)) return "a link in it was replaced";

        return await Stands(message, enrollment, nowUtc, ct) ? null : message.Standing.While switch
        {
            StandsWhile.CaseIsOpen => "nothing in it is waiting anymore",
            StandsWhile.CohortIsOpen => "the cohort takes no registrations",
            StandsWhile.InterestIsUnconfirmed => "the request was confirmed or taken back",
            StandsWhile.ChangeIsOpen => "the change of address is over",
            StandsWhile.InLineAs => "what it says of the waitlist has changed since",
            StandsWhile.RefundStands or StandsWhile.RefundIs => "the refund has moved on since",
            _ => $"the enrollment is {enrollment!.Status}",
        };
    }

    private async Task<bool> LinksOpen(IReadOnlyList<string> tokens, CancellationToken ct) =>
        tokens.Count == 0
        || await db.Enrollments.CountAsync(
            e => tokens.Contains(e.LinkToken) || (e.MailedToken != null && tokens.Contains(e.MailedToken)), ct) == tokens.Count;

    private async Task<bool> Stands(Message message, Enrollment? enrollment, DateTime nowUtc, CancellationToken ct)
    {
        var standing = message.Standing;
        return standing.While switch
        {
            StandsWhile.Always => true,
            StandsWhile.CaseIsOpen => await IsOfOpenCase(standing, ct),
            StandsWhile.CohortIsOpen => await IsOfOpenCohort(standing, nowUtc, ct),
            StandsWhile.InterestIsUnconfirmed => await IsOfUnconfirmedInterest(message, ct),
            StandsWhile.ChangeIsOpen => await IsOfOpenChange(message, nowUtc, ct),
            StandsWhile.InLineAs => await IsOfPlaceInLine(message, ct),
            _ => enrollment is null || Stands(standing, enrollment),
        };
    }

    private static bool Stands(Standing standing, Enrollment enrollment) => standing.While switch
    {
        StandsWhile.EnrollmentIs => Standing.WhileEnrollmentIs(enrollment.Status) == standing,
        StandsWhile.EnrollmentIsLive => enrollment.IsLive,
        StandsWhile.CancelledFor => Standing.WhileCancelledFor(enrollment.CancelledWhy) == standing,
        StandsWhile.RefundStands => enrollment.Order.Refunds.Any(r => r.IsStanding && Standing.WhileRefundStands(r) == standing),
        StandsWhile.RefundIs => enrollment.Order.Refunds.Any(r => Standing.WhileRefundIsAsItIs(r) == standing),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Nothing says whether it stands."),
    };

    private async Task<bool> IsOfOpenCase(Standing standing, CancellationToken ct)
    {
        var open = await db.OpenCases.AsNoTracking().Where(c => c.ResolvedAtUtc == null).ToListAsync(ct);
        return open.Exists(c => Standing.WhileCaseIsOpen(c) == standing);
    }

    private async Task<bool> IsOfOpenCohort(Standing standing, DateTime nowUtc, CancellationToken ct)
    {
        var open = await db.Cohorts.OpenAt(nowUtc).Where(c => c.SeatsTaken + c.Waiting < c.Capacity).Select(c => c.Id).ToListAsync(ct);
        return open.Exists(id => Standing.WhileCohortIsOpen(id) == standing);
    }

    private async Task<bool> IsOfUnconfirmedInterest(Message message, CancellationToken ct)
    {
        var open = await db.CourseInterests.AsNoTracking()
            .Where(i => i.Email == message.ToAddress && i.ConfirmedAtUtc == null).ToListAsync(ct);
        return open.Exists(i => Standing.WhileUnconfirmed(i) == message.Standing);
    }

    private async Task<bool> IsOfPlaceInLine(Message message, CancellationToken ct)
    {
        var places = await db.WaitlistEntries.AsNoTracking().Where(e => e.Email == message.ToAddress).ToListAsync(ct);
        return places.Exists(e => Standing.WhileInLineAs(e) == message.Standing);
    }

    // The same address may have been asked for twice: the newer change has ended the older.
    private async Task<bool> IsOfOpenChange(Message message, DateTime nowUtc, CancellationToken ct)
    {
        var asked = await db.EmailChanges
            .Where(c => c.EnrollmentId == message.EnrollmentId && c.Email == message.ToAddress).ToListAsync(ct);
        return asked.Exists(c => Standing.WhileChangeIsOpen(c) == message.Standing && c.IsOpenAt(nowUtc));
    }
}
