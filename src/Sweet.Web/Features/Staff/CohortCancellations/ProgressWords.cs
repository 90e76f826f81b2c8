using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Domain.Transfers;

namespace Sweet.Web.Features.Staff.CohortCancellations;

/// <summary>How far money and email of one person have come, each with its square.</summary>
internal static class ProgressWords
{
    /// <param name="isPaying">A bank has not made the payment yet: what arrives goes back.</param>
    public static (string Words, string Square) Of(IReadOnlyList<RefundStatus> refunds, bool isDone, bool isPaying) =>
        refunds.Count == 0 && isDone && isPaying ? ("a bank payment is on its way: refunded once it arrives", "processing")
        : refunds.Count == 0 ? isDone ? ("nothing to refund", "ended") : ("waits", "draft")
        : refunds.Any(r => r is RefundStatus.Failed or RefundStatus.Cancelled) ? ("failed", "alarm")
        : refunds.All(r => r == RefundStatus.Succeeded) ? ("refunded", "confirmed")
        : ("on its way", "processing");

    /// <param name="refusal">Why the person is refunded all the same, or null.</param>
    public static string Of(string otherCohort, TransferRefusal? refusal) => refusal switch
    {
        null => $"moved to {otherCohort}",
        TransferRefusal.Full => $"given back: {otherCohort} was full by then",
        TransferRefusal.NotOpen => $"given back: {otherCohort} no longer took anyone",
        TransferRefusal.AlreadyEnrolled => $"given back: has a seat in {otherCohort} already",
        TransferRefusal.MoneyInDoubt => "given back: a bank contests the payment",
        TransferRefusal.NotConfirmed => "had ended before",
        _ => $"given back: could not move to {otherCohort}",
    };

    public static (string Words, string Square) Of(MessageStatus? email, bool isDone) => email switch
    {
        null => isDone ? ("told by the letter about the refund", "ended") : ("waits", "draft"),
        MessageStatus.Queued => ("about to leave", "processing"),
        MessageStatus.Sent => ("sent", "confirmed"),
        MessageStatus.Delivered => ("delivered", "confirmed"),
        _ => ("did not arrive", "alarm"),
    };
}
