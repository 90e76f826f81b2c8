using System.Globalization;
using Sweet.Domain.Cases;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Cases;
using Sweet.Web.Wording.Receipts;

namespace Sweet.Web.Features.Staff.Cases;

/// <summary>What is known of a case, fact by fact: of its order as things are now.</summary>
internal static class CaseFacts
{
    public static IReadOnlyList<CaseFact> Of(OpenCase openCase)
    {
        CaseFact?[] facts =
        [
            openCase.Due is { } due ? new("Was due", due.Exact()) : null,
            openCase.Amount is { } amount ? new(SumOf(openCase), amount.Exact()) { Note = MethodOf(openCase) } : null,
            DifferenceOf(openCase),
            CaseWords.State(openCase) is { } state ? new("State", state) : null,
            CaseWords.Cause(openCase) is { } cause ? new(CauseTermOf(openCase), cause) : null,
            openCase.Attempts is { } attempts ? new("Tries", attempts.ToString(CultureInfo.InvariantCulture)) : null,
            .. openCase.Order is { } order ? OfOrder(order) : [],
            openCase.Order is null && openCase.Number is { } number ? new("Names", number) : null,
        ];
        return [.. facts.OfType<CaseFact>()];
    }

    private static CaseFact[] OfOrder(Order order) =>
    [
        new("Seat", SeatOf(order.Enrollment)),
        new("Paid", order.Paid.Exact()),
        new("Gone back", order.GoneBack.Exact()),
        new("With us", (order.Paid - order.GoneBack).Exact()),
    ];

    private static string SumOf(OpenCase openCase) => openCase.Kind switch
    {
        OpenCaseKind.DisputeOpened or OpenCaseKind.DisputeLost or OpenCaseKind.DisputeWonBack => "Contested",
        OpenCaseKind.RefundFailed or OpenCaseKind.RefundStuck or OpenCaseKind.RefundedAtStripe or OpenCaseKind.UnknownAtStripe
            or OpenCaseKind.BalanceShort => "Refund",
        OpenCaseKind.CheckoutRefused => "To pay",
        _ => "Arrived",
    };

    private static string CauseTermOf(OpenCase openCase) => openCase.Kind switch
    {
        OpenCaseKind.MessageFailed => "Email",
        OpenCaseKind.ContradictingReferences => "Also names",
        _ => "Cause",
    };

    private static string? MethodOf(OpenCase openCase) =>
        openCase.Order?.Payments.FirstOrDefault(p => p.PaymentIntentId == openCase.ObjectId) is { } payment
            ? PaymentMethodText.InWords(payment) : null;

    private static CaseFact? DifferenceOf(OpenCase openCase)
    {
        if (openCase is not { Amount: { } came, Due: { } due } || came.Currency != due.Currency || came == due) return null;

        var difference = came.Minor > due.Minor ? came - due : due - came;
        return new CaseFact(came.Minor > due.Minor ? "Too much" : "Too little", difference.Exact());
    }

    private static string SeatOf(Enrollment enrollment) => enrollment.Status switch
    {
        EnrollmentStatus.Held => "held, unpaid",
        EnrollmentStatus.Processing => "kept until this is decided, or the bank has paid",
        EnrollmentStatus.Confirmed => "confirmed",
        EnrollmentStatus.Expired => "given back: the hold ended",
        _ => "ended",
    };
}
