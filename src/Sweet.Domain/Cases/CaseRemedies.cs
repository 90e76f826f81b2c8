namespace Sweet.Domain.Cases;

public static class CaseRemedies
{
    /// <summary>What can be done about a kind of case, the likeliest first.</summary>
    public static IReadOnlyList<CaseResolution> For(OpenCaseKind kind) => kind switch
    {
        _ when FitsNoRule(kind) => [CaseResolution.Seat, CaseResolution.Refund, CaseResolution.Noted],
        _ when OwesSomeSum(kind) => [CaseResolution.Refund, CaseResolution.Noted],

        // The money is gone; the seat is kept until a person decides that the seat ends too.
        OpenCaseKind.RefundedAtStripe or OpenCaseKind.DisputeLost => [CaseResolution.Seat, CaseResolution.Refund, CaseResolution.Noted],
        OpenCaseKind.DatabaseRestored => [CaseResolution.Mail, CaseResolution.Noted],
        _ => [CaseResolution.Noted],
    };

    /// <summary>Whether a person may say how much goes back, with the seat or without: where no rule gives the sum, or too much.</summary>
    public static bool TakesSum(OpenCaseKind kind) =>
        FitsNoRule(kind) || OwesSomeSum(kind) || kind is OpenCaseKind.DisputeLost;

    private static bool FitsNoRule(OpenCaseKind kind) =>
        kind is OpenCaseKind.AmountDiffers or OpenCaseKind.CurrencyDiffers or OpenCaseKind.ContradictingReferences
            or OpenCaseKind.DecidedBefore or OpenCaseKind.NoSeatAfterRestore or OpenCaseKind.PaidForAnother;

    // A failed refund is tried again as a new row.
    private static bool OwesSomeSum(OpenCaseKind kind) =>
        kind is OpenCaseKind.RefundFailed or OpenCaseKind.WithdrawalUndecided or OpenCaseKind.DisputeWonBack;
}
