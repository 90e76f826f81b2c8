using System.Globalization;
using Sweet.Domain.Cases;
using Sweet.Domain.Disputes;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Web.Wording.Cases;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Wording;

/// <summary>An open case as staff read of it: on the command line, in the notice that it opened, and on a page.</summary>
public static class CaseText
{
    private const string OnlyAtStripe =
        "No order claims it: if it has to go back, refund it in Stripe's dashboard, then resolve this as noted.";

    /// <summary>As docs/payments.md lists it: for the command line, which takes it back.</summary>
    public static string Title(OpenCase openCase) => openCase.Kind.ToString();

    /// <summary>As the notice that it opened is called: what it is, and of whose enrollment.</summary>
    public static string Notice(OpenCase openCase) =>
        (openCase.Order?.Enrollment.Number ?? openCase.Number) is { } number
            ? $"{CaseWords.Name(openCase)}, {number}"
            : CaseWords.Name(openCase);

    /// <summary>What it is about, as Stripe or our rows name it.</summary>
    public static string Subject(OpenCase openCase) => openCase switch
    {
        { Kind: OpenCaseKind.MessageFailed } => $"message {openCase.ObjectId}",
        { Kind: OpenCaseKind.ReconciliationGap } => $"since {Time(openCase.SinceUtc)}",
        { Kind: OpenCaseKind.DatabaseRestored } => $"restored {Time(openCase.RestoredAtUtc)}",
        { Kind: OpenCaseKind.RefundStuck or OpenCaseKind.RefundFailed } when IsOurs(openCase) => $"refund {openCase.ObjectId}",
        { Kind: OpenCaseKind.DisputeOpened, Occurrence: 0 } => $"{openCase.ObjectId} (inquiry)",
        { Kind: OpenCaseKind.DisputeOpened, Occurrence: > 1 } => $"{openCase.ObjectId} (appeal {Text(openCase.Occurrence - 1)})",
        { Occurrence: > 1 } => $"{openCase.ObjectId} ({Text(openCase.Occurrence)})",
        _ => openCase.ObjectId,
    };

    /// <summary>What is known, and what there is to decide. Sums, ids and states; never a name or an address.</summary>
    /// <remarks>With the case comes all of its order, if it has one: what is owed is computed from the rows as they are now.</remarks>
    public static string Known(OpenCase openCase) => openCase.Kind switch
    {
        OpenCaseKind.AmountDiffers or OpenCaseKind.CurrencyDiffers => $"{openCase.Amount} arrived, {openCase.Due} was due.",
        OpenCaseKind.ContradictingReferences => Contradicting(openCase),
        OpenCaseKind.UnclaimedPayment => Unclaimed(openCase),
        OpenCaseKind.PaidForAnother =>
            $"{openCase.Amount} arrived on a payment page that was opened before the seat changed hands: "
            + "the name or the address is another one now. "
            + "Ask who paid for whom. If resolved as seat, the person who has it now is enrolled.",
        OpenCaseKind.DecidedBefore =>
            $"{openCase.Amount} arrived before an older copy of the database was restored. Refunds at Stripe show that something was "
            + "decided since, but not what: compare them with what was due. As refund all that is left of the payment goes back.",
        OpenCaseKind.NoSeatAfterRestore =>
            $"{openCase.Amount} arrived before an older copy of the database was restored, and no seat is found for it now. "
            + "The student may have been told of a seat then: find one, or send the money back.",
        OpenCaseKind.WithdrawalUndecided =>
            $"The student withdrew; {openCase.Amount} was paid, the price was {openCase.Due}. Decide how much goes back.",
        OpenCaseKind.RefundFailed => Failed(openCase),
        OpenCaseKind.RefundStuck =>
            $"{openCase.Amount} was asked for at {Minute(openCase.SinceUtc)} UTC, "
            + $"and Stripe has not taken it in {Text(openCase.Attempts)} tries; {Text(openCase.Count)} in all are waiting. "
            + "The log says what Stripe answers; it is tried again once an hour.",
        OpenCaseKind.RefundedAtStripe when openCase.IsOpen => $"{openCase.Amount} was sent back at Stripe; the seat is kept.",
        OpenCaseKind.RefundedAtStripe => $"{openCase.Amount} was sent back at Stripe.",
        OpenCaseKind.BalanceShort =>
            $"Our balance at Stripe is too low for refunds: that of {openCase.Amount} for {openCase.Number} waits, and others may. "
            + "Add money at Stripe; they are then sent automatically.",
        OpenCaseKind.UnknownAtStripe => $"Stripe says \"{openCase.Word}\" of the refund of {openCase.Amount}: look at it there.",
        OpenCaseKind.DisputeOpened => $"A bank contests {openCase.Amount}: {MachineWords.OfDispute(openCase.Cause)} "
            + $"({MachineWords.OfDisputeState(openCase.Word)}). Answer it at Stripe.",
        OpenCaseKind.DisputeLost => $"{openCase.Amount} went back to the bank: {MachineWords.OfDispute(openCase.Cause)}.",
        OpenCaseKind.DisputeWonBack => WonBack(openCase),
        OpenCaseKind.MessageFailed when openCase.IsForSize =>
            $"The email {MachineWords.OfLetter(openCase.Cause)} was refused for its size: the address is not at fault. "
                + "Tell the student another way.",
        OpenCaseKind.MessageFailed => openCase.Word == nameof(MessageStatus.Failed)
            ? $"The email {MachineWords.OfLetter(openCase.Cause)} was not delivered after {Text(openCase.Attempts)} attempts."
            : $"The email {MachineWords.OfLetter(openCase.Cause)} did not arrive ({MachineWords.OfReturn(openCase.Word)}): "
                + "the address may be wrong.",
        OpenCaseKind.UnsettledAtStripe => Unsettled(openCase),
        OpenCaseKind.CheckoutRefused =>
            $"Stripe refuses to open a page that {openCase.Number} could pay {openCase.Amount} on, and refuses it whenever it is tried: "
            + $"{openCase.Cause} Fix the price or the account, then email the student.",
        OpenCaseKind.ReconciliationGap =>
            $"Nothing was compared with Stripe since {Minute(openCase.SinceUtc)} UTC; all that was made since is compared now.",
        OpenCaseKind.DatabaseRestored =>
            $"A copy of {Minute(openCase.SinceUtc)} UTC was put in place at {Minute(openCase.RestoredAtUtc)} UTC. "
            + $"Enrollments remade from what Stripe keeps: {Text(openCase.Remade)}. "
            + $"Emails withheld, because they may have left before: {Text(openCase.Count)}; "
            + "resolve as email to send those that are still true. "
            + "Lost is what Stripe never knew of that time: whom staff enrolled or imported, invoices, money outside Stripe, "
            + "and what was changed of cohorts, courses, and details. Enter it again from your own records.",
        _ => throw new ArgumentOutOfRangeException(nameof(openCase), openCase.Kind, null),
    };

    /// <summary>What was paid, what has gone back and what stays with us as things are; empty without an order.</summary>
    /// <remarks>As <see cref="Known"/>, with all of its order.</remarks>
    public static string Money(OpenCase openCase) => openCase.Order is not { Paid.IsZero: false } order
        ? ""
        : $" Paid {order.Paid}, gone back {order.GoneBack}: {order.Paid - order.GoneBack} stays with us, less what you send back.";

    private static string Contradicting(OpenCase openCase)
    {
        var known = $"{openCase.Amount} arrived. It belongs to {openCase.Number} by one reference, and to {openCase.Cause} by another.";
        return openCase.Order is null ? $"{known} {OnlyAtStripe}" : known;
    }

    private static string Unclaimed(OpenCase openCase) => openCase.IsWithoutCheckout
        ? $"{openCase.Amount} arrived for {openCase.Number}, and no checkout of ours brought it: someone charged it another way. "
            + "Look at it at Stripe; what is to go back is sent back there."
        : $"{openCase.Amount} arrived for {openCase.Number}, which we do not know. {OnlyAtStripe}";

    private static string Unsettled(OpenCase openCase) =>
        (openCase.IsUnanswered
            ? "Stripe did not report it in two comparisons in a row."
            : "The site failed to settle it in two comparisons in a row; its log says why, for a developer.")
        + " Look at it at Stripe. Each comparison tries it again, and this case closes by itself once that succeeds."
        + " Resolve it as noted once you have seen to it.";

    private static string Failed(OpenCase openCase)
    {
        var known = $"{openCase.Amount} did not go back: {MachineWords.OfRefundFailure(openCase.Cause)}.";
        var failed = openCase.Order?.Refunds.FirstOrDefault(r => RefundCases.IsOf(openCase, r));
        if (failed is null) return known;

        var owed = new StillOwed(failed.Order);
        return owed.HeardOfSince(failed) is { IsZero: false } since
            ? $"{known} At Stripe {since} of the same payment went back since: "
                + $"decide how much of {owed.InsteadOf(failed)} is still to go, if any."
            : known;
    }

    private static string WonBack(OpenCase openCase)
    {
        var known = $"The bank has given {openCase.Amount} back to us.";
        if (openCase.Order?.Disputes.FirstOrDefault(d => d.StripeDisputeId == openCase.ObjectId) is not { } dispute) return known;

        var now = new WonBack(dispute);
        var rule = now.ByRule is { } sum ? $"The rule gives {sum} now" : "No rule says what goes back";
        return $"{known} Paid: {dispute.Payment.Amount}; refunds of it that stand: {now.Standing}; given up before: {now.GivenUp}; "
            + $"at most {now.Refundable} is left. {rule}; decide how much it is, or note that it is nothing.";
    }

    // Stripe had given no id when it opened.
    private static bool IsOurs(OpenCase openCase) => openCase.ObjectId.All(char.IsAsciiDigit);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Minute(DateTime? utc) => utc?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTime? utc) => utc?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}
