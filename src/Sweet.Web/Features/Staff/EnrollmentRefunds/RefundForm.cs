using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Sweet.Domain.Refunds;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.EnrollmentRefunds;

/// <summary>
/// What is asked for. Chosen in the address first, so that the page can say what will happen; then sent exactly so, with the reason.
/// </summary>
public sealed class RefundForm
{
    public RefundSum? How { get; set; }

    public bool EndsSeat { get; set; }

    [Display(Name = "The other sum")]
    [StringLength(TypedSum.MaxLength, ErrorMessage = TypedSum.Problem)]
    public string? Amount { get; set; }

    public int? PaymentId { get; set; }

    [Display(Name = "Classes that count as begun")]
    public int? ClassesCounted { get; set; }

    [Display(Name = "Reason", Description = "For staff only; it stays in the history.")]
    [StringLength(ReasonMaxLength, ErrorMessage = "Enter at most {1} characters")]
    public string? Reason { get; set; }

    /// <summary>What the page said; it is compared with what is so, never taken.</summary>
    [StringLength(SeenMaxLength, ErrorMessage = "Open this page again: its form is not as we sent it")]
    public string? Seen { get; set; }

    public const int ReasonMaxLength = 500;
    private const int SeenMaxLength = 500;

    /// <returns>Null if the address asks for nothing, or for what cannot be read.</returns>
    public static RefundForm? From(IQueryCollection query) =>
        !Enum.TryParse<RefundSum>(query["How"], ignoreCase: true, out var how) || !Enum.IsDefined(how) ? null : new RefundForm
        {
            How = how,
            EndsSeat = string.Equals(query["EndsSeat"], "true", StringComparison.OrdinalIgnoreCase),
            Amount = query["Amount"].FirstOrDefault() is { Length: > 0 and <= TypedSum.MaxLength } amount ? amount : null,
            PaymentId = NumberIn(query["PaymentId"]),
            ClassesCounted = NumberIn(query["ClassesCounted"]),
        };

    public static RefundForm Of(StaffRefund usual) => new() { How = usual.How, EndsSeat = usual.EndsSeat };

    /// <returns>False if the sum cannot be read.</returns>
    public bool TryRead(out StaffRefund asked)
    {
        var isRead = TypedSum.TryRead(Amount, out var amount);
        asked = new StaffRefund(How ?? RefundSum.Nothing, EndsSeat)
        {
            Amount = amount,
            PaymentId = PaymentId,
            ClassesCounted = ClassesCounted,
            Reason = Reason,
            Seen = Seen,
        };
        return isRead || How != RefundSum.Other;
    }

    private static int? NumberIn(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
