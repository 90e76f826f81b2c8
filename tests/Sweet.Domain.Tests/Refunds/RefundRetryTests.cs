using Sweet.Domain.Orders;
using Sweet.Domain.Refunds;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Refunds;

public class RefundRetryTests
{
    private readonly Paying paid = new();

    public RefundRetryTests() => paid.Pay();

    private Order Order => paid.Order;

    [Fact]
    public void Is_a_new_row_that_names_the_old_one()
    {
        var failed = Failed(20_000);

        var again = Order.RetryRefund(failed, Some.Staff, Some.Now);

        Assert.Equal((RefundStatus.Requested, 20_000L, RefundReason.Withdrew), (again.Status, again.AmountMinor, again.Reason));
        Assert.Same(failed, again.RetryOf);
        Assert.NotEqual(failed.IdempotencyKey, again.IdempotencyKey);
        Assert.Equal(RefundStatus.Failed, failed.Status);
    }

    [Fact]
    public void Happens_once()
    {
        var failed = Failed(20_000);
        Order.RetryRefund(failed, Some.Staff, Some.Now);

        Assert.Equal(RetryRefusal.TriedAgain, Order.RetryRefusalFor(failed));
        Assert.Throws<InvalidOperationException>(() => Order.RetryRefund(failed, Some.Staff, Some.Now));
    }

    [Fact]
    public void May_itself_be_tried_again()
    {
        var again = Order.RetryRefund(Failed(20_000), Some.Staff, Some.Now);
        again.Refuse("no", Some.Staff, Some.Now);

        Assert.Null(Order.RetryRefusalFor(again));
    }

    [Fact]
    public void Is_of_no_more_than_is_left()
    {
        var failed = Failed(59_700);
        Order.RequestRefund(paid.Payment, new Money(50_000, "USD"), RefundReason.Staff, Some.Staff, Some.Now);

        Assert.Equal(9_700, Order.RetryRefund(failed, Some.Staff, Some.Now).AmountMinor);
    }

    [Fact]
    public void Is_refused_while_the_first_stands_and_when_nothing_is_left()
    {
        var standing = Order.RequestRefund(paid.Payment, new Money(100, "USD"), RefundReason.Staff, Some.Staff, Some.Now);
        var failed = Failed(1_000);
        Order.RequestRefund(paid.Payment, Order.RefundableOf(paid.Payment), RefundReason.Staff, Some.Staff, Some.Now);

        Assert.Equal(RetryRefusal.NotFailed, Order.RetryRefusalFor(standing));
        Assert.Equal(RetryRefusal.NothingLeft, Order.RetryRefusalFor(failed));
    }

    private Refund Failed(long minor)
    {
        var refund = Order.RequestRefund(paid.Payment, new Money(minor, "USD"), RefundReason.Withdrew, Actor.Student, Some.Now);
        refund.Refuse("no account", Some.Staff, Some.Now);
        return refund;
    }
}
