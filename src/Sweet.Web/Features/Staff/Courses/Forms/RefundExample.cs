using Sweet.Domain;
using Sweet.Domain.Refunds;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.Courses.Forms;

/// <summary>The refund rule as the course page says it, with an example in dollars, by a fee that is typed.</summary>
internal static class RefundExample
{
    private const int Classes = 6;
    private const int Begun = 2;

    private static readonly Money Price = new(597_00, "USD");

    public static string InWords(int? feePercent)
    {
        if (feePercent is not (>= 0 and <= 100)) return "Enter the fee as a number from 0 to 100 to see the rule here.";

        var back = new RefundPolicy(feePercent.Value).BackFor(Price, Begun, Classes);
        return $"{WithdrawalText.RuleInWords(feePercent.Value)} "
            + $"Of {Price.Exact()} for {Classes} classes, {back.Exact()} goes back after {Begun} of them have begun.";
    }
}
