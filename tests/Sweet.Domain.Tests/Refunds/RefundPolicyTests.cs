using CsCheck;
using Sweet.Domain.Refunds;

namespace Sweet.Domain.Tests.Refunds;

public class RefundPolicyTests
{
    private static readonly RefundPolicy Policy = new(FeePercent: 15);

    private static readonly Gen<(long Paid, int Begun, int Classes, int Fee)> Withdrawals =
        Gen.Select(Gen.Long[0, 100_000_000], Gen.Int[1, 20], Gen.Int[0, 100])
            .SelectMany(t => Gen.Int[0, t.Item2].Select(begun => (t.Item1, begun, t.Item2, t.Item3)));

    [Theory]
    [InlineData(59_700, 0, 50_745)]
    [InlineData(59_700, 2, 33_830)]
    [InlineData(59_700, 4, 16_915)]
    [InlineData(59_700, 6, 0)]
    [InlineData(49_700, 0, 42_245)]
    [InlineData(49_700, 1, 35_205)]
    [InlineData(49_700, 5, 7_041)]
    public void Gives_back_what_the_course_page_says(long paid, int begun, long back) =>
        Assert.Equal(new Money(back, "USD"), Policy.BackFor(new Money(paid, "USD"), begun, classes: 6));

    [Fact]
    public void The_parts_of_a_quote_add_up_exactly() => Withdrawals.Sample(w =>
    {
        var quote = new RefundPolicy(w.Fee).QuoteFor(new Money(w.Paid, "USD"), w.Begun, w.Classes);
        return quote.Used + quote.Fee + quote.Back == quote.Paid;
    });

    [Fact]
    public void Never_gives_back_less_than_nothing_or_more_than_was_paid() => Withdrawals.Sample(w =>
    {
        var back = new RefundPolicy(w.Fee).BackFor(new Money(w.Paid, "USD"), w.Begun, w.Classes).Minor;
        return back >= 0 && back <= w.Paid;
    });

    [Fact]
    public void Rounds_once_and_never_to_the_student_s_loss() => Withdrawals.Sample(w =>
    {
        var back = new RefundPolicy(w.Fee).BackFor(new Money(w.Paid, "USD"), w.Begun, w.Classes).Minor;
        // Divided once, at the end: a third that is rounded first is none.
        var exact = (decimal)w.Paid * (w.Classes - w.Begun) * (100 - w.Fee) / (100 * w.Classes);
        return back >= exact && back < exact + 1;
    });

    [Fact]
    public void A_later_withdrawal_never_gives_more() => Withdrawals.Where(w => w.Begun > 0).Sample(w =>
    {
        var paid = new Money(w.Paid, "USD");
        var policy = new RefundPolicy(w.Fee);
        return policy.BackFor(paid, w.Begun, w.Classes).Minor <= policy.BackFor(paid, w.Begun - 1, w.Classes).Minor;
    });

    [Fact]
    public void Shares_of_the_classes_sum_exactly_and_differ_by_a_cent_at_most() => Withdrawals.Sample(w =>
    {
        var shares = RefundPolicy.SharesOf(new Money(w.Paid, "USD"), w.Classes);
        return shares.Count == w.Classes && shares.Sum() == w.Paid && shares.Min() >= 0 && shares.Max() - shares.Min() <= 1;
    });

    [Fact]
    public void Refuses_what_cannot_be()
    {
        var paid = new Money(100, "USD");

        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.BackFor(paid, classesBegun: 7, classes: 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.BackFor(paid, classesBegun: -1, classes: 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.BackFor(new Money(-1, "USD"), classesBegun: 0, classes: 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => RefundPolicy.SharesOf(paid, classes: 0));
    }
}
