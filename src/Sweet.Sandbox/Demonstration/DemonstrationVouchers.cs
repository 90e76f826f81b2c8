using Sweet.Domain.Vouchers;

namespace Sweet.Sandbox.Demonstration;

/// <summary>One of each kind: to use now, for nothing at all, to come, and over.</summary>
internal static class DemonstrationVouchers
{
    public static IEnumerable<Voucher> All(DateTime nowUtc)
    {
        var (begun, soon) = (nowUtc.Date.AddDays(-30), nowUtc.Date.AddDays(30));
        yield return new Voucher("SUMMER-26", Percent(15) with { MaxUses = 30, FromUtc = begun.AddDays(-90), UntilUtc = begun }, nowUtc);
        yield return new Voucher("SPRING-EARLY", Sum(100_00) with { MaxUses = 10, FromUtc = soon, UntilUtc = soon.AddDays(30) }, nowUtc);
        yield return new Voucher("FACULTY-GUEST", Percent(100) with { MaxUses = 2, FromUtc = begun, UntilUtc = soon }, nowUtc);
        yield return new Voucher("FRIENDS-OF-SWEET", Sum(50_00) with { MaxUses = 100, FromUtc = begun, Note = "Sample" }, nowUtc);
        yield return new Voucher(
            "SAMPLE-CLINIC", Percent(10) with { MaxUses = 20, MaxUsesPerAddress = 2, FromUtc = begun, UntilUtc = soon }, nowUtc);
    }

    private static VoucherTerms Percent(int percent) => new(percent, null, "USD");

    private static VoucherTerms Sum(long minor) => new(null, minor, "USD");
}
