using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Tests;
using Sweet.Domain.Vouchers;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>Two codes, and who holds a seat by which: a use is free again once its seat is.</summary>
internal sealed class ModelledVouchers
{
    private const int Uses = 2;
    private const int UsesOfAddress = 1;

    private readonly Dictionary<string, Voucher> usedBy = new(StringComparer.Ordinal);

    private ModelledVouchers(Voucher tenth, Voucher whole) => (Tenth, Whole) = (tenth, whole);

    /// <summary>Takes a tenth off.</summary>
    public Voucher Tenth { get; }

    /// <summary>Pays for the whole seat.</summary>
    public Voucher Whole { get; }

    public static async Task<ModelledVouchers> Begin(Given given, int number) => new(
        await given.Voucher(Some.Percent(10) with { MaxUses = Uses, MaxUsesPerAddress = UsesOfAddress }, $"TENTH-{number}"),
        await given.Voucher(Some.Percent(100) with { MaxUses = 1, MaxUsesPerAddress = UsesOfAddress }, $"WHOLE-{number}"));

    /// <summary>By which the seat was registered for, or null.</summary>
    public Voucher? Of(string number) => usedBy.GetValueOrDefault(number);

    public void Used(Voucher voucher, string number) => usedBy[number] = voucher;

    public bool IsFreeFor(ModelledStudent student, Voucher voucher, IReadOnlyList<Enrollment> places) =>
        UsesOf(voucher, places) < voucher.MaxUses && UsesOf(voucher, [.. places.Where(p => p.EmailKey == student.Email)]) < voucher.MaxUsesPerAddress;

    /// <summary>As often as the orders say, and never more often than it may be.</summary>
    public void AssertAgree(IReadOnlyList<Enrollment> places, IReadOnlyDictionary<int, int> counted)
    {
        foreach (var voucher in new[] { Tenth, Whole })
        {
            Assert.InRange(UsesOf(voucher, places), 0, voucher.MaxUses);
            Assert.Equal((voucher.Code, UsesOf(voucher, places)), (voucher.Code, counted.GetValueOrDefault(voucher.Id)));
        }
    }

    // While a bank works on a payment, it may still bring the seat back.
    private int UsesOf(Voucher voucher, IReadOnlyList<Enrollment> places) => places.Count(p =>
        Of(p.Number) == voucher && (p.IsLive || p.Order.Payments.Any(m => m.Status == PaymentStatus.Processing)));
}
