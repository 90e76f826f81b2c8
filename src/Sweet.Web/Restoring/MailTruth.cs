using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Restoring;

/// <summary>Whether a mail that was written some time ago still says what is so.</summary>
public sealed partial class MailTruth(SweetDbContext db)
{
    /// <returns>Why it is untrue by now, without a name or an address; null if it is true.</returns>
    public async Task<string?> WhyUntrue(Message message, DateTime nowUtc, CancellationToken ct)
    {
        var enrollment = message.EnrollmentId is null ? null : await db.Enrollments.Whole().SingleAsync(e => e.Id == message.EnrollmentId, ct);
        if (enrollment is not null && IsForItsAddress(message.Kind) && enrollment.Email != message.ToAddress) return "the address was corrected";
        if (!await LinksOpen(message, ct)) return "a link in it was replaced";

        return message.Kind switch
        {
            MessageKind.StaffNotice => !OpenedCases.IsFact(message.Fact) || await IsOfOpenCase(message, ct) ? null : "nothing of it waits any more",
            MessageKind.CohortOpened => await IsOfOpenCohort(message, nowUtc, ct) ? null : "the cohort takes no registrations",
            MessageKind.InterestAsked => await IsOfOpenWish(message, ct) ? null : "the wish was confirmed or taken back",
            MessageKind.EmailChangeAsked => enrollment is not null && await IsOfOpenChange(message, enrollment, nowUtc, ct) ? null : "the change of address is over",
            _ when enrollment is null || StillSays(message, enrollment) => null,
            MessageKind.Refunded or MessageKind.RefundMoved => "the refund stands otherwise by now",
            _ => $"the enrollment is {enrollment.Status}",
        };
    }

    private static bool IsForItsAddress(MessageKind kind) => kind is not (MessageKind.EmailChangeAsked or MessageKind.EmailChangeNotice);

    private static bool StillSays(Message message, Enrollment enrollment) => message.Kind switch
    {
        MessageKind.EnrollmentConfirmed => enrollment.Status == EnrollmentStatus.Confirmed,
        MessageKind.HoldEnded or MessageKind.PaymentFailed => enrollment.Status == EnrollmentStatus.Expired,
        MessageKind.Withdrawn => enrollment.CancelledWhy == CancellationReason.Withdrew,
        MessageKind.PlaceEnded => enrollment.Status == EnrollmentStatus.Cancelled,
        MessageKind.AlreadyEnrolled => enrollment.IsLive,
        MessageKind.Refunded => enrollment.Order.Refunds.Any(r => r.IsStanding && Outbox.FactOf(r) == message.Fact),
        MessageKind.RefundMoved => enrollment.Order.Refunds.Any(r => Outbox.FactOfState(r) == message.Fact),
        _ => true,
    };

    private async Task<bool> LinksOpen(Message message, CancellationToken ct)
    {
        List<string> tokens = [.. LinkTokens().Matches(message.Text).Select(match => match.Groups["token"].Value).Distinct(StringComparer.Ordinal)];
        return tokens.Count == 0 || await db.Enrollments.CountAsync(e => tokens.Contains(e.LinkToken), ct) == tokens.Count;
    }

    private async Task<bool> IsOfOpenCase(Message message, CancellationToken ct)
    {
        var open = await db.OpenCases.AsNoTracking().Where(c => c.ResolvedAtUtc == null).ToListAsync(ct);
        return open.Exists(c => Outbox.StaffFact(OpenedCases.FactOf(c)) == message.Fact);
    }

    private async Task<bool> IsOfOpenCohort(Message message, DateTime nowUtc, CancellationToken ct)
    {
        var open = await db.Cohorts.OpenAt(nowUtc).Where(c => c.SeatsTaken < c.Capacity).Select(c => c.Id).ToListAsync(ct);
        return open.Exists(id => message.Fact.StartsWith(AddressMails.FactOfCohort(id), StringComparison.Ordinal));
    }

    private Task<bool> IsOfOpenWish(Message message, CancellationToken ct) =>
        db.CourseInterests.AnyAsync(i => i.Email == message.ToAddress && i.ConfirmedAtUtc == null, ct);

    // The same address may have been asked for twice: the newer wish has ended the older.
    private async Task<bool> IsOfOpenChange(Message message, Enrollment enrollment, DateTime nowUtc, CancellationToken ct)
    {
        var wishes = await db.EmailChanges.Where(c => c.EnrollmentId == enrollment.Id && c.Email == message.ToAddress).ToListAsync(ct);
        return wishes.Exists(wish => AddressMails.FactOfWish(wish) == message.Fact && wish.IsOpenAt(nowUtc));
    }

    [GeneratedRegex("/enrollments/(?<token>[0-9a-z]{26})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LinkTokens();
}
