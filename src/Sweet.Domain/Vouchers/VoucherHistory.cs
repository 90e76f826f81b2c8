namespace Sweet.Domain.Vouchers;

/// <summary>What staff did with a voucher, beside the history of enrollments and cohorts.</summary>
public static class VoucherHistory
{
    /// <param name="from">The terms before, in words; null where it is new.</param>
    public static HistoryEntry Entry(string code, string? from, string to, Actor by, DateTime nowUtc) =>
        new(SubjectOf(code), from, to, by, nowUtc);

    public static string SubjectOf(string code) => $"Voucher {code}";
}
