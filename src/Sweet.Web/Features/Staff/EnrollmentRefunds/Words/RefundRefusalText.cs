using Sweet.Domain.Refunds;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds.Words;

internal static class RefundRefusalText
{
    public static string InWords(StaffRefundRefusal refusal) => refusal switch
    {
        StaffRefundRefusal.Changed =>
            "Money or seat moved while this page was open, or a class has begun. "
            + "Below is what is so now; if you agree, press the button again.",
        StaffRefundRefusal.SeatDoesNotEnd => "There is no confirmed seat to end, or its cohort is over.",
        StaffRefundRefusal.WrongCount => "That many classes were not bought.",
        StaffRefundRefusal.NoSuchPayment => "Nothing is left of that payment.",
        StaffRefundRefusal.NoRule => "The rule is for a confirmed seat with money to give back. Choose a sum instead.",
        StaffRefundRefusal.SumMissing => "Enter the sum.",
        StaffRefundRefusal.NoSum => "Enter a sum above zero, no finer than a cent.",
        StaffRefundRefusal.MoreThanLeft => "That is more than is left.",
        StaffRefundRefusal.WaitsWhole =>
            "This payment waits in line for a seat that costs all of it. Send back all of it, or nothing; the spot in line stays.",
        StaffRefundRefusal.NothingToDo => "Nothing goes back and the seat stays: there is nothing to do.",
        StaffRefundRefusal.ReasonMissing => "Enter the reason",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
