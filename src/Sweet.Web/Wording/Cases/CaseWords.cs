using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Wording.Cases;

/// <summary>A case in a few words, for lists and headings; <see cref="CaseText"/> says all of it.</summary>
public static class CaseWords
{
    public static string Name(OpenCase openCase) =>
        openCase is { Kind: OpenCaseKind.DisputeOpened, Occurrence: 0 } ? "Inquiry of a bank" : Name(openCase.Kind);

    public static string Name(OpenCaseKind kind) => kind switch
    {
        OpenCaseKind.AmountDiffers => "Amount differs",
        OpenCaseKind.CurrencyDiffers => "Currency differs",
        OpenCaseKind.ContradictingReferences => "Two numbers for one payment",
        OpenCaseKind.UnclaimedPayment => "Unclaimed payment",
        OpenCaseKind.PaidForAnother => "Paid for someone else",
        OpenCaseKind.RefundFailed => "Refund failed",
        OpenCaseKind.RefundedAtStripe => "Refunded at Stripe",
        OpenCaseKind.DisputeOpened => "Dispute",
        OpenCaseKind.DisputeLost => "Dispute lost",
        OpenCaseKind.MessageFailed => "Email not delivered",
        OpenCaseKind.UnknownAtStripe => "Unknown word of Stripe’s",
        OpenCaseKind.RefundStuck => "Refund stuck",
        OpenCaseKind.WithdrawalUndecided => "Withdrawal to decide",
        OpenCaseKind.ReconciliationGap => "Gap in the comparison",
        OpenCaseKind.DatabaseRestored => "Database restored",
        OpenCaseKind.BalanceShort => "Our balance is short",
        OpenCaseKind.DisputeWonBack => "Dispute won back",
        OpenCaseKind.NoSeatAfterRestore => "No seat after a restore",
        OpenCaseKind.DecidedBefore => "Decided before a restore",
        OpenCaseKind.UnsettledAtStripe => "Not settled",
        OpenCaseKind.CheckoutRefused => "Payment page refused",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Needs nothing but the case itself.</summary>
    public static string Headline(OpenCase openCase) => openCase.Kind switch
    {
        OpenCaseKind.AmountDiffers or OpenCaseKind.CurrencyDiffers => $"{Sum(openCase.Amount)} arrived, {Sum(openCase.Due)} was due",
        OpenCaseKind.ContradictingReferences => $"{Sum(openCase.Amount)} arrived under two numbers",
        OpenCaseKind.UnclaimedPayment when openCase.IsWithoutCheckout => $"{Sum(openCase.Amount)} arrived without a checkout of ours",
        OpenCaseKind.UnclaimedPayment => $"{Sum(openCase.Amount)} arrived, and no enrollment is known for it",
        OpenCaseKind.PaidForAnother => $"{Sum(openCase.Amount)} arrived for a seat that changed hands",
        OpenCaseKind.DecidedBefore => $"{Sum(openCase.Amount)} arrived before a restore, and something was decided on it",
        OpenCaseKind.NoSeatAfterRestore => $"{Sum(openCase.Amount)} arrived before a restore, and no seat is found for it",
        OpenCaseKind.WithdrawalUndecided => $"{Sum(openCase.Amount)} was paid in another currency, and the student withdrew",
        OpenCaseKind.RefundFailed => $"{Sum(openCase.Amount)} did not go back",
        OpenCaseKind.RefundStuck => $"{Sum(openCase.Amount)} has been waiting to go back",
        OpenCaseKind.RefundedAtStripe when openCase.IsOpen => $"{Sum(openCase.Amount)} was sent back at Stripe, and the seat is kept",
        OpenCaseKind.RefundedAtStripe => $"{Sum(openCase.Amount)} was sent back at Stripe",
        OpenCaseKind.BalanceShort => $"Our balance at Stripe is too low for {Sum(openCase.Amount)}",
        OpenCaseKind.UnknownAtStripe => $"Stripe says “{openCase.Word}” of a refund of {Sum(openCase.Amount)}",
        OpenCaseKind.DisputeOpened => $"{Sum(openCase.Amount)} is contested",
        OpenCaseKind.DisputeLost => $"{Sum(openCase.Amount)} went back to the bank",
        OpenCaseKind.DisputeWonBack => $"{Sum(openCase.Amount)} came back from the bank",
        OpenCaseKind.MessageFailed => "An email did not arrive",
        OpenCaseKind.UnsettledAtStripe => "An object of Stripe’s cannot be settled",
        OpenCaseKind.CheckoutRefused => $"Stripe refuses a page to pay {Sum(openCase.Amount)} on",
        OpenCaseKind.ReconciliationGap => "Nothing was compared with Stripe for a while",
        OpenCaseKind.DatabaseRestored => "An older copy of the database was put in place",
        _ => throw new ArgumentOutOfRangeException(nameof(openCase), openCase.Kind, null),
    };

    /// <summary>The square of its state: a red triangle for what failed or has a deadline.</summary>
    public static string Square(OpenCase openCase) => openCase switch
    {
        { IsOpen: false } => "ended",
        { Kind: OpenCaseKind.DisputeOpened or OpenCaseKind.RefundFailed } => "alarm",
        { Kind: OpenCaseKind.RefundStuck or OpenCaseKind.MessageFailed } => "alarm",
        _ => "held",
    };

    /// <summary>Why it came to it, or null where the kind says it all.</summary>
    public static string? Cause(OpenCase openCase) => openCase switch
    {
        { Cause: null } => null,
        { Kind: OpenCaseKind.MessageFailed, Cause: var kind } => MachineWords.OfLetter(kind),
        { Kind: OpenCaseKind.RefundFailed or OpenCaseKind.RefundStuck, Cause: var why } => MachineWords.OfRefundFailure(why),
        { Kind: OpenCaseKind.DisputeOpened or OpenCaseKind.DisputeLost or OpenCaseKind.DisputeWonBack, Cause: var why } =>
            MachineWords.OfDispute(why),
        _ => openCase.Cause,
    };

    /// <summary>How far its object is, or null where nothing outside says so.</summary>
    public static string? State(OpenCase openCase) => openCase switch
    {
        { Word: null } or { IsWithoutCheckout: true } or { IsForSize: true } or { IsUnanswered: true } => null,
        { Kind: OpenCaseKind.UnknownAtStripe, Word: var word } => $"“{word}”, says Stripe",
        { Kind: OpenCaseKind.MessageFailed, Word: var word } => MachineWords.OfReturn(word),
        { Kind: OpenCaseKind.DisputeOpened or OpenCaseKind.DisputeLost or OpenCaseKind.DisputeWonBack, Word: var word } =>
            MachineWords.OfDisputeState(word),
        { Word: { } word } => MachineWords.Spaced(word),
        _ => null,
    };

    /// <summary>How it was resolved, as the end of "Resolved: …".</summary>
    public static string How(CaseResolution resolution) => resolution switch
    {
        CaseResolution.Seat => "seat kept",
        CaseResolution.Refund => "money sent back, or seat ended",
        CaseResolution.Noted => "noted",
        CaseResolution.Mail => "emails sent",
        CaseResolution.Healed => "came right by itself",
        _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, null),
    };

    private static string Sum(Money? money) => money?.Exact() ?? "A sum";
}
