using Sweet.Domain.Courses;
using Sweet.Domain.Orders;
using Sweet.Domain.Vouchers;

namespace Sweet.Domain.Tests.Vouchers;

public class VoucherTests
{
    [Theory]
    [InlineData(10, 59_700, 53_730)]
    [InlineData(33, 10_001, 6_700)]
    [InlineData(100, 59_700, 0)]
    public void A_percentage_is_rounded_in_the_students_favor(int percent, long price, long total) =>
        Assert.Equal(total, Some.Percent(percent).TotalOf(new Money(price, "USD")).Minor);

    [Fact]
    public void A_sum_takes_no_more_than_the_price() =>
        Assert.Equal([54_700L, 0], new[] { 59_700L, 4_000 }.Select(price => Some.Amount(5_000).TotalOf(new Money(price, "USD")).Minor));

    [Fact]
    public void Its_line_is_part_of_the_order()
    {
        var enrollment = Held(Some.Voucher(Some.Percent(10)));

        Assert.Equal([OrderLineKind.Course, OrderLineKind.Voucher], enrollment.Order.Lines.Select(l => l.Kind));
        Assert.Equal((53_730L, -5_970L), (enrollment.Order.TotalMinor, enrollment.Order.Lines[1].AmountMinor));
        Assert.Equal("Voucher SAMPLE-CLINIC", enrollment.Order.Lines[1].Description);
    }

    [Fact]
    public void A_change_of_the_voucher_changes_no_order()
    {
        var voucher = Some.Voucher(Some.Percent(10));
        var enrollment = Held(voucher);

        voucher.Change(Some.Percent(90));

        Assert.Equal(53_730, enrollment.Order.TotalMinor);
    }

    [Theory]
    [InlineData(1, 0, 10, 5, VoucherRefusal.NotYet)]
    [InlineData(-2, -1, 10, 5, VoucherRefusal.Over)]
    [InlineData(-1, 1, 0, 0, null)]
    [InlineData(-1, 1, 10, 0, VoucherRefusal.UsedUp)]
    [InlineData(-1, 1, 9, 2, VoucherRefusal.UsedByAddress)]
    public void Says_why_it_does_not_hold(int fromDays, int untilDays, int uses, int usesOfAddress, VoucherRefusal? refusal)
    {
        var terms = Some.Percent(10) with
        {
            FromUtc = Some.Now.AddDays(fromDays),
            UntilUtc = untilDays == 0 ? null : Some.Now.AddDays(untilDays),
            MaxUses = 10,
            MaxUsesPerAddress = 2,
        };

        Assert.Equal(refusal, new VoucherClaim(Some.Voucher(terms), uses, usesOfAddress).RefusalFor(Some.OpenCohort(), Some.Now));
    }

    [Fact]
    public void Is_for_its_courses_and_cohorts_and_currency()
    {
        var cohort = Some.OpenCohort();

        Assert.Equal(VoucherRefusal.NotForThis, Refusal(Some.Percent(10) with { CohortIds = [99] }));
        Assert.Null(Refusal(Some.Percent(10) with { CourseIds = [cohort.CourseId] }));
        Assert.Equal(VoucherRefusal.NotForThis, Refusal(Some.Percent(10) with { Currency = "EUR", MinimumTotalMinor = 1 }));
        Assert.Null(Refusal(Some.Percent(10) with { Currency = "EUR" }));

        VoucherRefusal? Refusal(VoucherTerms terms) => new VoucherClaim(Some.Voucher(terms), 0, 0).RefusalFor(cohort, Some.Now);
    }

    [Theory]
    [InlineData(59_651, VoucherRefusal.LeavesTooLittle)]
    [InlineData(59_650, null)]
    [InlineData(59_700, null)]
    public void Leaves_nothing_or_what_a_card_can_be_charged(long off, VoucherRefusal? refusal) =>
        Assert.Equal(refusal, new VoucherClaim(Some.Voucher(Some.Amount(off)), 0, 0).RefusalFor(Some.OpenCohort(), Some.Now));

    [Theory]
    [InlineData(59_700, null)]
    [InlineData(59_701, VoucherRefusal.BelowMinimum)]
    public void Holds_from_its_smallest_total_on(long least, VoucherRefusal? refusal)
    {
        var voucher = Some.Voucher(Some.Percent(10) with { MinimumTotalMinor = least });

        Assert.Equal(refusal, new VoucherClaim(voucher, 0, 0).RefusalFor(Some.OpenCohort(), Some.Now));
    }

    [Fact]
    public void Of_a_free_course_lowers_nothing() =>
        Assert.Equal(VoucherRefusal.NothingToLower, new VoucherClaim(Some.Voucher(), 0, 0).RefusalFor(Some.OpenCohort(price: Money.Zero("USD")), Some.Now));

    [Fact]
    public void Who_does_not_ask_is_stopped()
    {
        var claim = new VoucherClaim(Some.Voucher(), Uses: 10, UsesOfAddress: 0);

        Assert.Throws<InvalidOperationException>(() =>
            Some.OpenCohort().HoldSeat(Some.Registration() with { Voucher = claim }, live: null, Some.HoldTime, Some.Now));
    }

    [Theory]
    [InlineData(" sample-clinic ", "SAMPLE-CLINIC")]
    [InlineData("abc", null)]
    [InlineData("ÄRZTE-2026", null)]
    [InlineData("TWENTY-ONE-CHARACTERS", null)]
    public void A_code_is_read_as_it_is_stored(string typed, string? code) => Assert.Equal(code, Voucher.ReadCode(typed));

    [Fact]
    public void Only_a_change_raises_its_version()
    {
        var voucher = Some.Voucher();

        Assert.False(voucher.Change(voucher.Terms));
        Assert.True(voucher.Change(voucher.Terms with { MaxUses = 11 }));
        Assert.Equal(2, voucher.Version);
    }

    private static Domain.Enrollments.Enrollment Held(Voucher voucher) => Some.OpenCohort().HoldSeat(
        Some.Registration() with { Voucher = new VoucherClaim(voucher, 0, 0) }, live: null, Some.HoldTime, Some.Now);
}
