using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Domain.Persons;

namespace Sweet.Web.Data.Erasing;

/// <summary>What was written of and to a person, beside their enrollments: words and addresses go, rows and their dates stay.</summary>
public static class WordsErasure
{
    private static readonly IReadOnlyList<string> NoLinks = [];

    /// <param name="keys">Of the addresses that were shown to be theirs: what is known by an address alone goes with those only.</param>
    public static async Task EraseWords(
        this SweetDbContext db, List<int> ids, List<string> keys, List<string> addresses, DateTime nowUtc, CancellationToken ct)
    {
        await EraseEmails(db, ids, addresses, ct);
        await db.StaffNotes.Where(n => ids.Contains(n.EnrollmentId))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Text, Erasure.Word), ct);
        await db.OpenCases.Where(c => c.Reason != null && c.Order != null && ids.Contains(c.Order.EnrollmentId))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Reason, Erasure.Word), ct);
        // The page's address at Stripe, and the one that leads back, which has the link in it.
        await db.Checkouts.Where(c => ids.Contains(c.Order.EnrollmentId)).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Email, Erasure.Word).SetProperty(c => c.StudentName, (string?)null)
                .SetProperty(c => c.ReturnUrl, "").SetProperty(c => c.Url, (string?)null), ct);
        await db.CohortRecipients.Where(r => r.DoneAtUtc == null && ids.Contains(r.EnrollmentId))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DoneAtUtc, nowUtc), ct);
        await db.CourseInterests.Where(i => keys.Contains(i.EmailKey)).ExecuteDeleteAsync(ct);
        await db.LinkRequests.Where(r => keys.Contains(r.EmailKey)).ExecuteDeleteAsync(ct);
    }

    private static Task<int> EraseEmails(SweetDbContext db, List<int> ids, List<string> addresses, CancellationToken ct) =>
        db.Messages
            .Where(m => (m.EnrollmentId != null && ids.Contains(m.EnrollmentId.Value))
                || (m.EnrollmentId == null && m.Recipient != Recipient.Staff && addresses.Contains(m.ToAddress)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.ToAddress, Erasure.Word).SetProperty(m => m.ToName, (string?)null)
                    .SetProperty(m => m.LimitKey, (string?)null).SetProperty(m => m.Subject, Erasure.Word)
                    .SetProperty(m => m.Html, "").SetProperty(m => m.Text, "").SetProperty(m => m.Calendar, (string?)null)
                    .SetProperty(m => m.UnsubscribeUrl, (string?)null).SetProperty(m => m.Failure, (string?)null)
                    .SetProperty(m => m.LinkTokens, NoLinks),
                ct);
}
