namespace Sweet.Domain.Cases;

public static class CaseRemedies
{
    /// <summary>What can be done about a kind of case, the likeliest first.</summary>
    public static IReadOnlyList<CaseResolution> For(OpenCaseKind kind) => kind switch
    {
        OpenCaseKind.AmountDiffers or OpenCaseKind.CurrencyDiffers or OpenCaseKind.ContradictingReferences
            or OpenCaseKind.DecidedBefore or OpenCaseKind.NoSeatAfterRestore or OpenCaseKind.PaidForAnother =>
            [CaseResolution.Seat, CaseResolution.Refund, CaseResolution.Noted],

        // A failed refund is tried again as a new row.
        OpenCaseKind.RefundFailed or OpenCaseKind.WithdrawalUndecided or OpenCaseKind.DisputeWonBack =>
            [CaseResolution.Refund, CaseResolution.Noted],

        // The money is gone; the seat is kept until a person decides that the place ends too.
        OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost => [CaseResolution.Seat, CaseResolution.Refund, CaseResolution.Noted],
        OpenCaseKind.DatabaseRestored => [CaseResolution.Mail, CaseResolution.Noted],
        _ => [CaseResolution.Noted],
    };

    /// <summary>Whether a person may say how much goes back, with the seat or without: where no rule gives the sum, or too much.</summary>
    public static bool TakesSum(OpenCaseKind kind) =>
        kind is OpenCaseKind.AmountDiffers or OpenCaseKind.CurrencyDiffers or OpenCaseKind.ContradictingReferences
            or OpenCaseKind.DecidedBefore or OpenCaseKind.NoSeatAfterRestore or OpenCaseKind.PaidForAnother or OpenCaseKind.RefundFailed
            or OpenCaseKind.WithdrawalUndecided or OpenCaseKind.DisputeWonBack or OpenCaseKind.DisputeLost;
}
