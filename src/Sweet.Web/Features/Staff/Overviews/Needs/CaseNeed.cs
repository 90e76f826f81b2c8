using System.Diagnostics;
using Sweet.Domain.Cases;
using Sweet.Web.Features.Staff.Cases;
using Sweet.Web.Features.Staff.Shared.Words;

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

    /// <summary>One is said with its student and sum, and leads to itself; of several their number, and their list.</summary>
    /// <param name="first">The one that waits longest.</param>
    /// <param name="student">Of the first; empty where nobody is known.</param>
    public static Need Of(OpenCase first, string student, int count)
    {
        var what = CaseSentence.What(first.Kind);
        var need = count == 1
            ? new Need(what, CaseSentence.Of(first, student), $"/admin/cases/{first.Id}", CaseSentence.Link(first.Kind))
            : new Need(
                what, $"{Many(first.Kind).Replace("#", $"{count}", StringComparison.Ordinal)}.",
                new CaseFilter(IsResolved: false, CaseTopics.Of(first.Kind)).Address, "Decide on them");
        return need with
        {
            IsUrgent = RankOf(first.Kind) <= Urgent,
            SinceUtc = first.OpenedAtUtc,
        };
    }

    private static string Many(OpenCaseKind kind) => kind switch
    {
        OpenCaseKind.AmountDiffers => "# payments are not the sums that were due",
        OpenCaseKind.CurrencyDiffers => "# payments came in another currency",
        OpenCaseKind.ContradictingReferences => "# payments name two enrollments each",
        OpenCaseKind.UnclaimedPayment => "no order claims # payments",
        OpenCaseKind.PaidForAnother => "# seats changed hands while they were paid",
        OpenCaseKind.RefundFailed => "# refunds were not sent",
        OpenCaseKind.RefundedAtStripe => "# refunded seats are still kept",
        OpenCaseKind.DisputeOpened => "banks contest # payments",
        OpenCaseKind.DisputeLost => "decide on # seats",
        OpenCaseKind.DisputeWonBack => "decide on # payments",
        OpenCaseKind.MessageFailed => "# did not arrive",
        OpenCaseKind.UnknownAtStripe => "# refunds have a state we don’t know",
        OpenCaseKind.RefundStuck => "Stripe has not taken # for a day",
        OpenCaseKind.WithdrawalUndecided => "no rule says how much to refund for #",
        OpenCaseKind.ReconciliationGap => "nothing was compared for a long time, # times",
        OpenCaseKind.DatabaseRestored => "it happened # times",
        OpenCaseKind.BalanceShort => "# refunds wait for it",
        OpenCaseKind.NoSeatAfterRestore => "# students after the restore",
        OpenCaseKind.DecidedBefore => "it is not known how # payments were decided",
        OpenCaseKind.UnsettledAtStripe => "# objects at Stripe",
        OpenCaseKind.CheckoutRefused => "# students cannot pay",
        _ => throw new UnreachableException(),
    };
}
