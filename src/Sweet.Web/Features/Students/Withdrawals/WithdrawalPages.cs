using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Data;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Students.Withdrawals;

public sealed class WithdrawalPages(SweetDbContext db, TimeProvider clock)
{
    public async Task<WithdrawalPage?> Read(string token, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.AtOnce().OpenedBy(token).SingleOrDefaultAsync(ct);
        if (enrollment is null) return null;

        await db.ShowEarlierSeats(enrollment, ct);
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var cohort = enrollment.Cohort;
        var quote = enrollment.Order.QuoteWithdrawal(enrollment.ClassesCountedAt(nowUtc));
        return new WithdrawalPage(
            token, enrollment.Number, cohort.Course.Title, cohort.TimeZone, EmailAddress.Shown(enrollment.Email),
            enrollment.WithdrawalRefusalFor(nowUtc), quote, ClassesOf(cohort, quote, nowUtc), quote.Lines())
        {
            Later = LaterOf(enrollment, quote),
            HasGroup = cohort.WhatsAppUrl is not null,
        };
    }

    private static List<ClassShare> ClassesOf(Cohort cohort, WithdrawalQuote quote, DateTime nowUtc) =>
    [
        .. cohort.Meetings.OrderBy(m => m.StartsAtUtc).Select((meeting, i) => new ClassShare(
            meeting.Number, meeting.StartsAtUtc, ShareOf(quote, i - quote.ClassesOver),
            i < quote.ClassesOver ? "was over before you enrolled" : meeting.HasBegunAt(nowUtc) ? "has begun" : "not yet held")),
    ];

    // Neither a class that was over before the seat was bought has a share of its price, nor one that was added after it.
    private static Money ShareOf(WithdrawalQuote quote, int bought) =>
        bought >= 0 && bought < quote.Classes ? quote.Shares[bought] : Money.Zero(quote.Policy.Paid.Currency);

    private static LaterQuote? LaterOf(Enrollment enrollment, WithdrawalQuote quote)
    {
        var next = enrollment.Cohort.Meetings.OrderBy(m => m.StartsAtUtc).ElementAtOrDefault(quote.ClassesOver + quote.ClassesCounted);
        return next is null || quote.ClassesCounted == quote.Classes || quote.Back.IsZero ? null
            : new LaterQuote(next.Number, next.StartsAtUtc, enrollment.Order.QuoteWithdrawal(quote.ClassesCounted + 1).Back);
    }
}
