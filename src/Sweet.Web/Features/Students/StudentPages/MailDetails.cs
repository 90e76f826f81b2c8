using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters;
using Sweet.Web.Email.Letters.Enrollments;

namespace Sweet.Web.Features.Students.StudentPages;

/// <summary>Whether email reaches the student, as the enrollment page tells it.</summary>
/// <param name="ReturnedFrom">The address that the last email came back from, or null.</param>
/// <param name="PendingAddress">A new address that awaits its owner's confirmation, or null.</param>
/// <param name="IsPendingReturned">The link to the new address came back.</param>
public sealed record MailDetails(string? ReturnedFrom, string? PendingAddress, DateTime? PendingUntilUtc, bool IsPendingReturned)
{
    public static readonly MailDetails Fine = new(null, null, null, false);

    /// <summary>What became of the latest confirmation; null if none was written to this address.</summary>
    public MessageStatus? Copy { get; init; }

    /// <summary>How the sentence about it begins; null if there is none to tell of, or staff decide about it.</summary>
    public string? CopyInWords => Copy switch
    {
        MessageStatus.Queued => "A copy is on its way to",
        MessageStatus.Sent or MessageStatus.Delivered => "A copy went to",
        MessageStatus.Bounced or MessageStatus.Dropped or MessageStatus.Failed => "A copy could not be delivered to",
        _ => null,
    };

    public static async Task<MailDetails> Read(Enrollment enrollment, SweetDbContext db, DateTime nowUtc, CancellationToken ct)
    {
        // What could not be sent, or was too large, says nothing of the address: the one before it does.
        var toCurrent = db.Messages.ToStudent(enrollment.Id, enrollment.Email);
        var delivered = await toCurrent.Where(m => m.Status == MessageStatus.Delivered).MaxAsync(m => (int?)m.Id, ct) ?? 0;
        var isReturned = await toCurrent.Returned().AnyAsync(m => m.Id > delivered, ct);

        var pending = !EmailChange.IsFor(enrollment)
            ? null
            : await db.EmailChanges.OpenAt(nowUtc).Where(c => c.EnrollmentId == enrollment.Id)
                .Select(c => new { c.Email, c.AskedAtUtc }).SingleOrDefaultAsync(ct);
        var isPendingReturned = pending is not null && await db.Messages.Returned()
            .AnyAsync(m => m.EnrollmentId == enrollment.Id && m.ToAddress == pending.Email && m.QueuedAtUtc >= pending.AskedAtUtc, ct);

        var confirmation = Letter.KindOf<EnrollmentConfirmedLetter>();
        return new MailDetails(
            isReturned ? EmailAddress.Shown(enrollment.Email) : null,
            pending is null ? null : EmailAddress.Shown(pending.Email),
            pending?.AskedAtUtc + EmailChange.Life,
            isPendingReturned)
        {
            Copy = await db.Messages.Where(m => m.Kind == confirmation).ToStudent(enrollment.Id, enrollment.Email)
                .OrderByDescending(m => m.Id).Select(m => (MessageStatus?)m.Status).FirstOrDefaultAsync(ct),
        };
    }
}
