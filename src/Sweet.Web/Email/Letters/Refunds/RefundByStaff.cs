using Sweet.Domain.Enrollments;
using Sweet.Domain.Refunds;
using Sweet.Web.Wording;

namespace Sweet.Web.Email.Letters.Refunds;

/// <summary>What is told of a refund that a person has decided on, here or in Stripe's dashboard, whatever state it is in.</summary>
internal static class RefundByStaff
{
    /// <summary>Why, as far as Stripe knows, and what becomes of the seat.</summary>
    public static string WhyAndSeat(Refund refund, Enrollment enrollment, string course)
    {
        string?[] sentences =
        [
            $"This is a refund of what you paid for {course}.",
            RefundText.MadeAtStripe(refund.StripeReason),
            SeatOf(enrollment, refund),
            "If you didn’t expect it, please email us.",
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    // Whoever sends all of it back here has decided about the seat too; at Stripe nobody was asked.
    private static string? SeatOf(Enrollment enrollment, Refund refund) => enrollment.Status switch
    {
        EnrollmentStatus.Confirmed when enrollment.Order.IsAllGoneBack && refund.IsHeardOf =>
            "Your seat stays yours for now: the registrar will decide, and email you if that changes.",
        EnrollmentStatus.Confirmed => "Your seat stays yours.",
        EnrollmentStatus.Held or EnrollmentStatus.Processing => "Your seat is kept.",
        EnrollmentStatus.Expired => "No seat is held for you anymore.",
        _ => null,
    };
}
