using Sweet.Domain.Refunds;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds.Words;

/// <summary>What is wrong with what was asked for, and which field it is about; "" for none.</summary>
public sealed record RefundProblem(string Field, string Text)
{
    internal static RefundProblem Of(StaffRefundRefusal refusal) => new(FieldOf(refusal), RefundRefusalText.InWords(refusal));

    private static string FieldOf(StaffRefundRefusal refusal) => refusal switch
    {
        StaffRefundRefusal.ReasonMissing => nameof(RefundForm.Reason),
        StaffRefundRefusal.WrongCount => nameof(RefundForm.ClassesCounted),
        StaffRefundRefusal.SumMissing or StaffRefundRefusal.NoSum or StaffRefundRefusal.MoreThanLeft => nameof(RefundForm.Amount),
        StaffRefundRefusal.NoRule or StaffRefundRefusal.NothingToDo => nameof(RefundForm.How),
        _ => "",
    };
}

internal static class RefundRefusalText
{
    public static string InWords(StaffRefundRefusal refusal) => refusal switch
    {
        StaffRefundRefusal.Changed =>
            "Money or seat moved while this page was open, or a class has begun. "
            + "Below is what is so now; if you agree, press the button again.",
        StaffRefundRefusal.SeatDoesNotEnd => "There is no confirmed seat to end, or its cohort is over",
        StaffRefundRefusal.WrongCount => "That many classes were not bought",
        StaffRefundRefusal.NoSuchPayment => "Nothing is left of that payment",
        StaffRefundRefusal.NoRule => "The rule is for a confirmed seat with money to give back: choose a sum instead",
        StaffRefundRefusal.SumMissing => "Enter the sum",
        StaffRefundRefusal.NoSum => "Enter a sum above zero, no finer than a cent",
        StaffRefundRefusal.MoreThanLeft => "That is more than is left",
        StaffRefundRefusal.WaitsWhole =>
            "This payment waits in line for a seat that costs all of it. Send back all of it, or nothing; the spot in line stays",
        StaffRefundRefusal.NothingToDo => "Nothing goes back and the seat stays: there is nothing to do",
        StaffRefundRefusal.ReasonMissing => "Enter the reason",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
