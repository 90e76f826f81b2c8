using System.Globalization;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Waitlists;

namespace Sweet.Domain.Messages;

/// <summary>
/// What has to be so for a message to be true, kept in its row. Whether it still is follows from the other rows: what they
/// give now is the same standing, or the message is untrue.
/// </summary>
/// <param name="Key">Which row or state it is, where the message's enrollment alone does not say it. Never a token.</param>
public sealed record Standing(StandsWhile While, string Key = "")
{
    public const int KeyMaxLength = 160;

    public static readonly Standing Always = new(StandsWhile.Always);

    public static readonly Standing WhileEnrollmentIsLive = new(StandsWhile.EnrollmentIsLive);

    public static Standing WhileEnrollmentIs(EnrollmentStatus status) => new(StandsWhile.EnrollmentIs, $"{status}");

    public static Standing WhileCancelledFor(CancellationReason? reason) => new(StandsWhile.CancelledFor, $"{reason}");

    /// <summary>The refund may be new and without an id: its payment and its moment name it.</summary>
    public static Standing WhileRefundStands(Refund refund) => new(
        StandsWhile.RefundStands, $"{PaymentOf(refund)} {refund.RequestedAtUtc.ToString("O", CultureInfo.InvariantCulture)}");

    /// <summary>Stripe's id of the payment that a refund is of; ours where it was paid outside.</summary>
    public static string PaymentOf(Refund refund) => refund.Payment.PaymentIntentId ?? $"{Payment.Outside}-{refund.Payment.Id}";

    public static Standing WhileRefundIsAsItIs(Refund refund) => new(
        StandsWhile.RefundIs,
        $"{refund.StripeRefundId ?? $"{refund.Id}"} {(refund.WaitsForBalance ? "waits for balance" : refund.Status)}");

    public static Standing WhileCaseIsOpen(OpenCase openCase) =>
        new(StandsWhile.CaseIsOpen, $"{openCase.Kind} {openCase.ObjectId} {openCase.Occurrence}");

    public static Standing WhileCohortIsOpen(int cohortId) => new(StandsWhile.CohortIsOpen, $"{cohortId}");

    public static Standing WhileUnconfirmed(CourseInterest interest) =>
        new(StandsWhile.InterestIsUnconfirmed, RetiredLink.HashOf(interest.Token));

    public static Standing WhileInLineAs(WaitlistEntry entry) =>
        new(StandsWhile.InLineAs, $"{RetiredLink.HashOf(entry.Token)} {entry.Status}{(entry.WaitsPaid ? " paid" : "")}");

    public static Standing WhileChangeIsOpen(EmailChange change) => new(StandsWhile.ChangeIsOpen, RetiredLink.HashOf(change.Token));
}

public enum StandsWhile
{
    Always,
    EnrollmentIs,
    EnrollmentIsLive,
    CancelledFor,
    RefundStands,
    RefundIs,
    CaseIsOpen,
    CohortIsOpen,
    InterestIsUnconfirmed,
    ChangeIsOpen,
    InLineAs,
}
