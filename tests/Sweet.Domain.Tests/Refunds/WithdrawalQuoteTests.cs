using CsCheck;
using Sweet.Domain.Courses;
using Sweet.Domain.Disputes;
using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

/// <summary>What a withdrawal gives back, over orders that money has moved in and out of in every way.</summary>
public class WithdrawalQuoteTests
{
    private static readonly Gen<(long Price, int Begun, (Move Move, long Sum)[] Moves)> Lives =
        Gen.Select(Gen.Long[50, 100_000], Gen.Int[0, 6], Gen.Select(Gen.Enum<Move>(), Gen.Long[1, 60_000]).Array[0, 8]);

    [Fact]
    public void Gives_back_what_the_policy_says()
    {
        var paid = Paid(price: 59_700);

        Assert.Equal(50_745, paid.Order.QuoteWithdrawal(classesCounted: 0).Back.Minor);
        Assert.Equal(33_830, paid.Order.QuoteWithdrawal(classesCounted: 2).Back.Minor);
        Assert.Equal(0, paid.Order.QuoteWithdrawal(classesCounted: 6).Back.Minor);
    }

    [Fact]
    public void A_later_change_of_the_course_changes_nothing()
    {
        var paid = Paid(price: 59_700);
        paid.Cohort.Course.SetRefundFee(50, Some.Now);
        paid.Cohort.AddMeeting(new DateTime(2027, 2, 23, 19, 0, 0, DateTimeKind.Unspecified), minutes: 120, Some.Now);

        Assert.Equal((15, 6), (paid.Order.RefundFeePercent, paid.Order.ClassesBought));
        Assert.Equal(33_830, paid.Order.QuoteWithdrawal(classesCounted: 2).Back.Minor);
    }

    [Fact]
    public void No_more_classes_are_counted_than_were_bought()
    {
        var quote = Paid(price: 59_700).Order.QuoteWithdrawal(classesCounted: 7);

        Assert.Equal((6, 6, 0L), (quote.ClassesCounted, quote.Classes, quote.Back.Minor));
    }

    [Fact]
    public void Takes_off_what_went_back_before()
    {
        var paid = Paid(price: 59_700);
        paid.Order.RequestRefund(paid.Payment, Usd(10_000), RefundReason.Staff, Some.Staff, Some.Now);

        Assert.Equal(40_745, paid.Order.QuoteWithdrawal(classesCounted: 0).Back.Minor);
        Assert.Equal(0, paid.Order.QuoteWithdrawal(classesCounted: 5).Back.Minor);
    }

    [Fact]
    public void A_second_payment_that_goes_back_anyway_changes_nothing()
    {
        var paid = Paid(price: 59_700, twice: true);

        Assert.Equal(50_745, paid.Order.QuoteWithdrawal(classesCounted: 0).Back.Minor);
    }

    [Fact]
    public void A_second_payment_whose_refund_failed_comes_back_in_full_besides()
    {
        var paid = Paid(price: 59_700, twice: true);
        paid.Order.Refunds[0].Refuse("no account", Some.Staff, Some.Now);

        var back = paid.Order.QuoteWithdrawal(classesCounted: 0).Back;
        var refunds = paid.Order.RequestRefunds(back, RefundReason.Withdrew, Actor.Student, Some.Now);

        Assert.Equal(50_745 + 59_700, back.Minor);
        Assert.Equal([59_700L, 50_745], refunds.Select(r => r.AmountMinor));
        Assert.Equal([paid.Order.Payments[1], paid.Order.Payments[0]], refunds.Select(r => r.Payment));
    }

    [Fact]
    public void An_early_price_that_six_does_not_divide_is_shared_to_the_cent()
    {
        var quote = Paid(price: 49_703).Order.QuoteWithdrawal(classesCounted: 1);

        Assert.Equal([8_283L, 8_284, 8_284, 8_284, 8_284, 8_284], quote.Shares.Select(s => s.Minor));
        Assert.Equal(49_703 - 8_283 - quote.Policy.Fee.Minor, quote.Back.Minor);
        Assert.Equal(6_213, quote.Policy.Fee.Minor);
    }

    [Fact]
    public void A_free_place_gives_back_nothing()
    {
        var cohort = Some.OpenCohort(price: Usd(0));
        var enrollment = Some.Enrollment(cohort);
        cohort.Confirm(enrollment, Actor.Student, Some.Now);

        var withdrawal = cohort.Withdraw(enrollment, classesCounted: null, Actor.Student, Some.Now);

        Assert.True(withdrawal.Quote.Back.IsZero);
        Assert.Empty(withdrawal.Refunds);
    }

    [Fact]
    public void What_a_bank_contests_is_drawn_on_last()
    {
        var paid = Paid(price: 59_700, twice: true);
        paid.Order.Refunds[0].Refuse("no account", Some.Staff, Some.Now);
        Contest(paid.Order, paid.Order.Payments[1], 59_700, DisputeStatus.Open);

        var refunds = paid.Order.RequestRefunds(Usd(60_000), RefundReason.Withdrew, Actor.Student, Some.Now);

        Assert.Equal([paid.Order.Payments[0], paid.Order.Payments[1]], refunds.Select(r => r.Payment));
        Assert.Equal([false, true], refunds.Select(r => r.WaitsForBank));
    }

    [Fact]
    public void Money_in_another_currency_is_left_to_a_person()
    {
        var paying = new Paying();
        paying.Pay(amount: new Money(50_000, "EUR"));
        paying.Cohort.Confirm(paying.Enrollment, Some.Staff, Some.Now);

        var quote = paying.Order.QuoteWithdrawal(classesCounted: 0);

        Assert.True(quote.Back.IsZero);
        Assert.Equal(paying.Payment, Assert.Single(quote.Undecided));
    }

    [Fact]
    public void Is_never_negative_never_more_than_is_left_and_never_more_than_the_rule_gives() => Lives.Sample(life =>
    {
        var order = Live(life.Price, life.Moves);
        var quote = order.QuoteWithdrawal(life.Begun);
        var left = order.Payments.Sum(p => order.RefundableOf(p).Minor);
        return quote.Back.Minor >= 0
            && quote.Back.Minor <= left
            && order.GoneBack.Minor >= 0
            && order.GoneBack.Minor + left == order.Paid.Minor
            && quote.Back.Minor == Math.Max(0, quote.Policy.Back.Minor + quote.Excess.Minor - order.GoneBack.Minor)
            && quote.Policy.Used + quote.Policy.Fee + quote.Policy.Back + quote.Excess == order.Paid
            && quote.Shares.Sum(s => s.Minor) == quote.Policy.Paid.Minor;
    });

    [Fact]
    public void Asked_for_it_is_spread_to_the_cent_and_no_payment_gives_more_than_it_has() => Lives.Sample(life =>
    {
        var order = Live(life.Price, life.Moves);
        var back = order.QuoteWithdrawal(life.Begun).Back;
        var refunds = order.RequestRefunds(back, RefundReason.Withdrew, Actor.Student, Some.Now);
        return refunds.Sum(r => r.AmountMinor) == back.Minor
            && order.Payments.All(p => SentBackOf(order, p) <= p.AmountMinor)
            && order.QuoteWithdrawal(life.Begun).Back.IsZero;
    });

    [Fact]
    public void A_later_withdrawal_never_gives_more() => Lives.Where(life => life.Begun > 0).Sample(life =>
    {
        var order = Live(life.Price, life.Moves);
        return order.QuoteWithdrawal(life.Begun).Back.Minor <= order.QuoteWithdrawal(life.Begun - 1).Back.Minor;
    });

    private static Order Live(long price, (Move Move, long Sum)[] moves)
    {
        var paid = Paid(price);
        foreach (var (move, sum) in moves) Make(paid, move, sum);
        return paid.Order;
    }

    private static void Make(Paying paid, Move move, long sum)
    {
        var order = paid.Order;
        var payment = order.Payments[(int)(sum % order.Payments.Count)];
        var left = order.RefundableOf(payment).Minor;
        switch (move)
        {
            case Move.PaysAgain:
                paid.Pay(order.Checkouts.FirstOrDefault(c => order.Payments.All(p => p.Checkout != c)));
                break;
            case Move.StaffRefund when left > 0:
                order.RequestRefund(payment, Usd(Math.Min(sum, left)), RefundReason.Staff, Some.Staff, Some.Now);
                break;
            case Move.StripeRefund:
                order.Apply(new RefundFacts($"re_{order.Refunds.Count}", payment.IdAtStripe, RefundStatus.Succeeded, Usd(Math.Min(sum, payment.AmountMinor)), null, null), Some.Staff, Some.Now);
                break;
            case Move.RefundFails when order.Refunds.Count > 0 && order.Refunds[^1].Status == RefundStatus.Requested:
                order.Refunds[^1].Refuse("no", Some.Staff, Some.Now);
                break;
            case Move.DisputeOpens or Move.DisputeIsLost:
                Contest(order, payment, Math.Min(sum, payment.AmountMinor), move == Move.DisputeOpens ? DisputeStatus.Open : DisputeStatus.Lost);
                break;
        }
    }

    private static void Contest(Order order, Payment payment, long minor, DisputeStatus status) =>
        order.Apply(new DisputeFacts($"du_{order.Disputes.Count}", payment.IdAtStripe, status, status == DisputeStatus.Open ? "needs_response" : "lost", "fraudulent", Usd(minor)), Some.Staff, Some.Now);

    private static long SentBackOf(Order order, Payment payment) =>
        order.Refunds.Where(r => r.Payment == payment && r is { IsStanding: true, Origin: RefundOrigin.Us }).Sum(r => r.AmountMinor);

    private static Paying Paid(long price, bool twice = false)
    {
        var paying = new Paying(cohort: Some.OpenCohort(price: Usd(price)));
        var first = paying.Checkout;
        var second = paying.PayAgain();
        paying.Pay(first);
        paying.Now += TimeSpan.FromMinutes(1);
        if (twice) paying.Pay(second);
        return paying;
    }

    private static Money Usd(long minor) => new(minor, "USD");

    private enum Move
    {
        PaysAgain,
        StaffRefund,
        StripeRefund,
        RefundFails,
        DisputeOpens,
        DisputeIsLost,
    }
}
