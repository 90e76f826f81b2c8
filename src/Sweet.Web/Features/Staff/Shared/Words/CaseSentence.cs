using System.Diagnostics;
using Sweet.Domain.Cases;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Cases;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Features.Staff.Shared.Words;

/// <summary>One open case as a line among what needs a person: what it is, of whom, how much, and what is done about it.</summary>
internal static class CaseSentence
{
    /// <summary>In bold, before the sentence.</summary>
    public static string What(OpenCaseKind kind) => kind switch
    {
        OpenCaseKind.AmountDiffers or OpenCaseKind.CurrencyDiffers or OpenCaseKind.ContradictingReferences
            or OpenCaseKind.UnclaimedPayment or OpenCaseKind.PaidForAnother => "Money that fits no rule:",
        OpenCaseKind.RefundFailed => "A refund came back:",
        OpenCaseKind.RefundedAtStripe => "Refunded at Stripe:",
        OpenCaseKind.DisputeOpened => "A dispute:",
        OpenCaseKind.DisputeLost => "A dispute was lost:",
        OpenCaseKind.DisputeWonBack => "An appeal brought money back:",
        OpenCaseKind.MessageFailed => "Email that failed for good:",
        OpenCaseKind.UnknownAtStripe => "Unknown state at Stripe:",
        OpenCaseKind.RefundStuck => "Refunds wait:",
        OpenCaseKind.WithdrawalUndecided => "A withdrawal:",
        OpenCaseKind.ReconciliationGap => "Comparison with Stripe:",
        OpenCaseKind.DatabaseRestored => "The database was restored:",
        OpenCaseKind.BalanceShort => "The balance at Stripe is too low:",
        OpenCaseKind.NoSeatAfterRestore => "Paid, and without a seat:",
        OpenCaseKind.DecidedBefore => "Decided before the restore:",
        OpenCaseKind.UnsettledAtStripe => "Not settled:",
        OpenCaseKind.CheckoutRefused => "Stripe refuses a payment page:",
        _ => throw new UnreachableException(),
    };

    /// <param name="student">Null or empty where nobody is known.</param>
    public static string Of(OpenCase openCase, string? student) => (openCase.Kind, student) switch
    {
        (OpenCaseKind.DisputeOpened, { Length: > 0 }) => $"{student}’s bank contests {openCase.Amount?.Exact() ?? "a payment"}.",
        (OpenCaseKind.MessageFailed, { Length: > 0 }) => $"{MachineWords.OfLetter(openCase.Cause)} did not reach {student}.",
        (_, { Length: > 0 }) => $"{CaseWords.Headline(openCase)}, {student}.",
        _ => $"{CaseWords.Headline(openCase)}.",
    };

    /// <summary>What a person does about it.</summary>
    public static string Link(OpenCaseKind kind) => kind switch
    {
        OpenCaseKind.DisputeOpened => "Answer the bank",
        OpenCaseKind.RefundFailed or OpenCaseKind.RefundStuck or OpenCaseKind.UnknownAtStripe => "See to the refund",
        OpenCaseKind.MessageFailed => "See to the email",
        OpenCaseKind.ReconciliationGap or OpenCaseKind.DatabaseRestored or OpenCaseKind.UnsettledAtStripe
            or OpenCaseKind.BalanceShort or OpenCaseKind.CheckoutRefused => "See what to do",
        _ => "Decide on it",
    };
}
