using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Web.Email.Letters.Enrollments;

namespace Sweet.Sandbox.Previews;

/// <summary>Sample withdrawals, and refunds in each state that a student is told of.</summary>
internal static class RefundSamples
{
    private static readonly Actor Preview = Actor.Worker("preview");

    public static IEnumerable<(string Name, Enrollment Enrollment, Withdrawal Withdrawal)> Withdrawals(this LetterSamples samples)
    {
        yield return Withdrawn("before the first class", samples.Confirmed(), classesCounted: 0, samples.NowUtc);
        yield return Withdrawn("after two classes", samples.Confirmed(), classesCounted: 2, samples.NowUtc);
        yield return Withdrawn("after all classes", samples.Confirmed(), classesCounted: 6, samples.NowUtc);
    }

    public static Enrollment SeatEnded(this LetterSamples samples)
    {
        var enrollment = samples.Confirmed();
        enrollment.Cohort.Cancel(enrollment, CancellationReason.Disputed, Preview, samples.NowUtc);
        return enrollment;
    }

    public static SeatEndedLetter SeatEndedByRegistrar(this LetterSamples samples)
    {
        var enrollment = samples.Confirmed();
        var rules = new StaffRefundRules(enrollment, samples.NowUtc);
        var (asked, quote) = (rules.Usual, rules.QuoteFor(rules.Usual));
        return new SeatEndedLetter(enrollment) { Quote = quote, Refunds = rules.Carry(asked, Preview) };
    }

    public static IEnumerable<(string Name, Enrollment Enrollment, Refund Refund)> RefundNews(this LetterSamples samples)
    {
        foreach (var status in new[] { RefundStatus.RequiresAction, RefundStatus.Succeeded, RefundStatus.Failed, RefundStatus.Cancelled })
        {
            var (enrollment, refund) = samples.Refunded(RefundReason.Withdrew);
            enrollment.Order.Apply(FactsOf(refund, status), Preview, samples.NowUtc);
            yield return (status.ToString(), enrollment, refund);
        }

        var (patient, late) = samples.Refunded(RefundReason.Withdrew);
        patient.Order.Apply(FactsOf(late, RefundStatus.Pending) with { PendingReason = "insufficient_funds" }, Preview, samples.NowUtc);
        yield return ("our balance is short", patient, late);

        var (contested, waiting) = samples.Refunded(RefundReason.Withdrew);
        var dispute = new DisputeFacts(
            "du_sample", waiting.Payment.IdAtStripe, DisputeStatus.Lost, "lost", "fraudulent", waiting.Payment.Amount);
        var lost = contested.Order.Apply(dispute, Preview, samples.NowUtc);
        new RefundRules(contested.Order, Preview, samples.NowUtc).Lost(lost!);
        yield return ("the bank gave it back", contested, waiting);
    }

    private static RefundFacts FactsOf(Refund refund, RefundStatus status) =>
        new("re_sample", refund.Payment.IdAtStripe, status, refund.Amount, refund.Id, FailureReason: null);

    private static (string Name, Enrollment Enrollment, Withdrawal Withdrawal) Withdrawn(
        string name, Enrollment enrollment, int classesCounted, DateTime nowUtc) =>
        (name, enrollment, enrollment.Cohort.Withdraw(enrollment, classesCounted, Preview, nowUtc));
}
