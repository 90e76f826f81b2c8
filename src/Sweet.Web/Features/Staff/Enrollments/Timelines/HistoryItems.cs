using Sweet.Domain;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Web.Features.Staff.EnrollmentRefunds.Words;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Office;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.Enrollments.Timelines;

/// <summary>Lines of an enrollment's history, with the sums that its order knows.</summary>
internal static class HistoryItems
{
    private static readonly HashSet<string> OfMoney =
        new(StringComparer.Ordinal) { "Checkout", "Payment", "Refund", "Dispute", "Case", "Money" };

    /// <summary>Things whose change is told by the words of <see cref="HistoryText"/> alone.</summary>
    private static readonly HashSet<string> Told =
        new(OfMoney, StringComparer.Ordinal)
            { "Enrollment", "Links", "Address", "Message", "Note", "Person" };

    /// <summary>A note says itself who wrote it.</summary>
    public static bool IsShown(HistoryEntry entry) => entry.Subject != "Note";

    /// <param name="names">Of staff, by their ids.</param>
    public static TimelineItem Of(HistoryEntry entry, Order order, IReadOnlyDictionary<string, string> names)
    {
        var thing = HistoryText.Thing(entry);
        var isTold = Told.Contains(thing) || entry.To == "Corrected" || entry.Subject == "Transfer";
        var who = HistoryText.Who(entry, names.GetValueOrDefault(entry.ActorReference ?? ""));
        var group = OfMoney.Contains(thing) ? TimelineGroup.Money : TimelineGroup.Changes;
        return new TimelineItem(entry.AtUtc, group, HistoryText.Point(entry), who)
        {
            Mark = MarkOf(thing, entry.To),
            Rest = RestOf(entry, order),
            Before = isTold ? null : entry.From,
            After = isTold ? null : entry.To,
        };
    }

    private static string MarkOf(string thing, string to) =>
        to is "Failed" or "lost" || (thing == "Dispute" && to.StartsWith("needs", StringComparison.Ordinal)) ? "bad"
        : OfMoney.Contains(thing) ? "money" : "turn";

    private static string? RestOf(HistoryEntry entry, Order order)
    {
        var name = HistoryText.Name(entry);
        var what = HistoryText.Thing(entry) switch
        {
            "Payment" => order.Payments.FirstOrDefault(p => (p.PaymentIntentId ?? Payment.Outside) == name) is { } p
                ? InWords(p, entry.To) : name,
            "Refund" => order.Refunds.FirstOrDefault(r => r.StripeRefundId == name)?.Amount.Exact(),
            "Dispute" => order.Disputes.FirstOrDefault(d => d.StripeDisputeId == name)?.Amount.Exact() ?? name,
            "Checkout" => order.Checkouts.FirstOrDefault(c => $"{c.Attempt}" == name) is { } c ? $"for {c.Amount.Exact()}" : null,
            _ => null,
        };
        var parts = new[] { what, WhyRefunded(entry) ?? HistoryText.Reason(entry) }.Where(part => !string.IsNullOrEmpty(part)).ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static string? WhyRefunded(HistoryEntry entry) =>
        HistoryText.Thing(entry) == "Refund" && Enum.TryParse<RefundReason>(entry.Note, out var reason)
            ? RefundStateText.WhyOf(reason) : null;

    private static string InWords(Payment payment, string to)
    {
        var method = PaymentMethodText.InWords(payment);
        var paid = method is null ? payment.Amount.Exact() : $"{payment.Amount.Exact()} by {method}";
        return to == nameof(PaymentStatus.Succeeded) && payment.FeeMinor is { } fee
            ? $"{paid}; fee {new Money(fee, payment.Currency).Exact()}"
            : paid;
    }
}
