using System.Globalization;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Persons;
using Sweet.Domain.Refunds;
using Sweet.Web.Wording.Cases;

namespace Sweet.Web.Wording.Office;

/// <summary>A line of an enrollment's history as staff read it.</summary>
public static class HistoryText
{
    private static readonly HashSet<string> States =
    [
        .. Enum.GetNames<OpenCaseKind>(), .. Enum.GetNames<RefundStatus>(), .. Enum.GetNames<EnrollmentStatus>(),
        .. Enum.GetNames<CohortStatus>(),
    ];

    /// <summary>The word before the number or Stripe's id: "Payment" of "Payment pi_1".</summary>
    public static string Thing(HistoryEntry entry) => entry.Subject.Split(' ', 2)[0];

    /// <summary>What follows <see cref="Thing"/>, or "".</summary>
    public static string Name(HistoryEntry entry) => entry.Subject.Split(' ', 2) is [_, var name] ? name : "";

    /// <summary>What became of what.</summary>
    public static string Point(HistoryEntry entry) => (Thing(entry), entry.To) switch
    {
        ("Enrollment", _) => Enum.TryParse<EnrollmentStatus>(entry.To, out var status) ? status.InWords() : entry.To,
        ("Checkout", "Open") => "Payment page opened",
        ("Checkout", "Complete") => "Payment page completed",
        ("Checkout", "Expired") => "Payment page expired",
        ("Checkout", "Failed") => "Payment page not opened",
        ("Payment", "Succeeded") => "Paid",
        ("Payment", "Failed") => "Payment failed",
        ("Payment", "WaitsInLine") => "Payment left here, to wait in line",
        ("Payment", "Confirms") => "Payment pays for the seat",
        ("Payment", "RefundNoSeat") => "Payment waits no more",
        ("Money", _) => Sent(entry),
        ("Refund", "Cancelled") => "Refund canceled",
        ("Refund", _) => $"Refund {MachineWords.Spaced(entry.To)}",
        ("Dispute", _) => $"Bank contests: {MachineWords.OfDisputeState(entry.To)}",
        ("Case", _) => Enum.TryParse<CaseResolution>(entry.To, out var how)
            ? $"Case resolved: {CaseWords.How(how)}"
            : $"Case resolved: {MachineWords.Spaced(entry.To)}",
        ("Details", "Corrected") => "Details corrected",
        ("Email", "Corrected") => "Email address changed",
        ("Address", "Proven") => "Address shown to be theirs",
        ("Links", "Replaced") => "Link replaced",
        ("Links", "Shown") => "Link shown",
        ("Links", "Sent") => "Link emailed",
        ("Message", "Sent again") => "Email sent again",
        _ when entry.Subject == HandRules.Subject => "Enrolled by hand",
        ("Transfer", "Began") => $"Transfer from {entry.From} began",
        ("Transfer", _) when Name(entry).Length == 0 => $"Transfer {entry.To.Replace("To ", "to ", StringComparison.Ordinal)} began",
        ("Note", "Removed") => "Note removed",
        ("Note", "Put back") => "Note put back",
        (Erasure.Subject, Erasure.Word) => "Person erased",
        (Erasure.Subject, Erasure.Downloaded) => "Everything downloaded",
        _ => entry.Subject,
    };

    /// <summary>A state that is shown as it was recorded, spelled as Americans do.</summary>
    /// <remarks>Only what the code names itself is put into words: what a person typed stays as it is.</remarks>
    public static string? Spelled(string? state) =>
        state is null || !States.Contains(state) ? state
        : Enum.TryParse<OpenCaseKind>(state, out var kind) ? CaseWords.Name(kind)
        : MachineWords.Begun(state);

    /// <summary>Why, where the history says it; else null.</summary>
    public static string? Reason(HistoryEntry entry) => Reason(entry.Subject, entry.To, entry.Note);

    /// <inheritdoc cref="Reason(HistoryEntry)"/>
    public static string? Reason(string subject, string to, string? note) => string.IsNullOrEmpty(note)
        ? null
        : subject.Split(' ', 2)[0] switch
        {
            "Enrollment" => OfSeat(note),
            "Dispute" => MachineWords.OfDispute(note),
            "Refund" when to == nameof(RefundStatus.Failed) => MachineWords.OfRefundFailure(note),
            "Message" when !note.Contains(' ', StringComparison.Ordinal) => MachineWords.OfLetter(note),
            "Payment" when to == nameof(PaymentStatus.Succeeded) => null,
            "Refund" or "Payment" or "Checkout" => MachineWords.Spaced(note),
            _ => note,
        };

    /// <param name="staffName">Of the reference, where staff did it and the account is known.</param>
    public static string Who(HistoryEntry entry, string? staffName) => entry.ActorKind switch
    {
        ActorKind.Student => "student",
        ActorKind.StripeEvent => "Stripe",
        ActorKind.Worker => "automatic",
        _ => staffName ?? (entry.ActorReference == "command line" ? "staff, command line" : "staff"),
    };

    // "Withdrew: 2 of 6 classes begun", or the reason alone.
    private static string OfSeat(string note)
    {
        var parts = note.Split(": ", 2);
        var why = Enum.TryParse<CancellationReason>(parts[0], out var cancelled) ? cancelled.InWords()
            : Enum.TryParse<ExpiryReason>(parts[0], out var expired) ? expired.InWords()
            : parts[0];
        return parts.Length == 1 ? why : $"{why}: {parts[1]}";
    }

    // "597.00 USD with us" before, "497.00 USD with us" after.
    private static string Sent(HistoryEntry entry) => (SumIn(entry.From), SumIn(entry.To)) is ({ } before, { } after)
        ? $"Refund of {(before - after).Exact()} asked for; {after.Exact()} stays with us"
        : "Money sent back by staff";

    private static Money? SumIn(string? state) =>
        state?.Split(' ') is [var units, var currency, ..]
        && decimal.TryParse(units, NumberStyles.Number, CultureInfo.InvariantCulture, out var sum)
            ? Money.FromUnits(sum, currency) : null;
}
