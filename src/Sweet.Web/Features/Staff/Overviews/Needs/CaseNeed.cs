using System.Diagnostics;
using Sweet.Domain.Cases;
using Sweet.Web.Features.Staff.Cases;

namespace Sweet.Web.Features.Staff.Overviews.Needs;

/// <summary>The open cases of one kind, as the first page says them.</summary>
internal static class CaseNeed
{
    /// <summary>What a bank or a student waits for comes before what only wants to be looked at.</summary>
    private static readonly OpenCaseKind[] ByUrgency =
    [
        OpenCaseKind.DisputeOpened, OpenCaseKind.RefundFailed, OpenCaseKind.BalanceShort, OpenCaseKind.RefundStuck,
        OpenCaseKind.AmountDiffers, OpenCaseKind.CurrencyDiffers, OpenCaseKind.NoSeatAfterRestore, OpenCaseKind.PaidForAnother,
        OpenCaseKind.UnclaimedPayment, OpenCaseKind.ContradictingReferences, OpenCaseKind.WithdrawalUndecided,
        OpenCaseKind.CheckoutRefused, OpenCaseKind.DecidedBefore, OpenCaseKind.DisputeLost, OpenCaseKind.DisputeWonBack,
        OpenCaseKind.RefundedAtStripe, OpenCaseKind.MessageFailed, OpenCaseKind.UnknownAtStripe, OpenCaseKind.UnsettledAtStripe,
        OpenCaseKind.ReconciliationGap, OpenCaseKind.DatabaseRestored,
    ];

    private static readonly int Urgent = Array.IndexOf(ByUrgency, OpenCaseKind.WithdrawalUndecided);

    public static int RankOf(OpenCaseKind kind) => Array.IndexOf(ByUrgency, kind) is var rank and >= 0 ? rank : ByUrgency.Length;

    public static Need Of(OpenCaseKind kind, int count, DateTime sinceUtc)
    {
        var (what, one, many) = Words(kind);
        var text = count == 1 ? one : many.Replace("#", $"{count}", StringComparison.Ordinal);
        return new Need(
            $"{what}:", $"{text}.", new CaseFilter(IsResolved: false, CaseTopics.Of(kind)).Address, "Decide")
        {
            IsUrgent = RankOf(kind) <= Urgent,
            SinceUtc = sinceUtc,
        };
    }

    private static (string What, string One, string Many) Words(OpenCaseKind kind) => kind switch
    {
        OpenCaseKind.AmountDiffers => Odd("a payment is not the sum that was due", "# payments are not the sums that were due"),
        OpenCaseKind.CurrencyDiffers => Odd("a payment came in another currency", "# payments came in another currency"),
        OpenCaseKind.ContradictingReferences => Odd("a payment names two enrollments", "# payments name two enrollments each"),
        OpenCaseKind.UnclaimedPayment => Odd("no order claims a payment", "no order claims # payments"),
        OpenCaseKind.PaidForAnother => Odd("a seat changed hands while it was paid", "# seats changed hands while they were paid"),
        OpenCaseKind.RefundFailed => ("A refund came back", "a bank or Stripe did not send it", "# refunds were not sent"),
        OpenCaseKind.RefundedAtStripe =>
            ("Refunded at Stripe", "one refunded seat is still kept", "# refunded seats are still kept"),
        OpenCaseKind.DisputeOpened => ("A dispute", "a bank contests a payment", "banks contest # payments"),
        OpenCaseKind.DisputeLost => ("A dispute was lost", "decide on the seat", "decide on # seats"),
        OpenCaseKind.DisputeWonBack => ("An appeal brought money back", "decide whom it belongs to", "decide on # payments"),
        OpenCaseKind.MessageFailed => ("Email that failed for good", "one did not arrive", "# did not arrive"),
        OpenCaseKind.UnknownAtStripe =>
            ("Unknown state at Stripe", "a refund has a state we don’t know", "# refunds have a state we don’t know"),
        OpenCaseKind.RefundStuck => ("Refunds wait", "Stripe has not taken one for a day", "Stripe has not taken # for a day"),
        OpenCaseKind.WithdrawalUndecided =>
            ("A withdrawal", "no rule says how much to refund", "no rule says how much to refund for #"),
        OpenCaseKind.ReconciliationGap =>
            ("Comparison with Stripe", "nothing was compared for a long time", "nothing was compared for a long time"),
        OpenCaseKind.DatabaseRestored => ("The database was restored", "emails may be withheld", "it happened # times"),
        OpenCaseKind.BalanceShort => ("The balance at Stripe is too low", "refunds wait for it", "refunds wait for it"),
        OpenCaseKind.NoSeatAfterRestore => ("Paid, and without a seat", "one student after the restore", "# students after the restore"),
        OpenCaseKind.DecidedBefore =>
            ("Decided before the restore", "it is not known how a payment was decided", "it is not known how # payments were decided"),
        OpenCaseKind.UnsettledAtStripe => ("Not settled", "an object at Stripe", "# objects at Stripe"),
        OpenCaseKind.CheckoutRefused => ("Stripe refuses a payment page", "a student cannot pay", "# students cannot pay"),
        _ => throw new UnreachableException(),
    };

    private static (string What, string One, string Many) Odd(string one, string many) => ("Money that fits no rule", one, many);
}
