using CsCheck;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;

namespace Sweet.Domain.Tests.Settlements;

/// <summary>Two checkouts of one order, their news in any order and as often as they like, with others after the last seat.</summary>
public class AnyOrderOfNewsTests
{
    [Fact]
    public void Money_and_seats_always_agree() => Gen.Select(Gen.Int[0, 3], Gen.Bool).Array[1, 12].Sample(news =>
    {
        var paying = new Paying(seats: 1);
        Checkout[] checkouts = [paying.Checkout, paying.PayAgain()];
        List<Enrollment> all = [paying.Order.Enrollment];
        foreach (var (what, ofSecond) in news) all.AddRange(Tell(paying, what, checkouts[ofSecond ? 1 : 0]));

        return paying.Cohort.SeatsTaken == all.Count(e => e.IsLive) && MoneyAgrees(paying.Order);
    });

    /// <returns>Who took the seat that became free by it, if somebody did.</returns>
    private static IEnumerable<Enrollment> Tell(Paying paying, int what, Checkout checkout)
    {
        switch (what)
        {
            case 0:
                paying.Pay(checkout);
                break;
            case 1:
                paying.PayByBank(checkout);
                break;
            case 2:
                paying.FailAtBank(checkout);
                break;
            default:
                if (paying.Order.Checkouts.All(c => c.Status != CheckoutStatus.Complete)) paying.EndHold();
                if (paying.Cohort.RefusalFor(live: null, Some.Now) is null) return [Some.Enrollment(paying.Cohort)];
                break;
        }

        return [];
    }

    private static bool MoneyAgrees(Order order)
    {
        var captured = order.Payments.Where(p => p.Status == PaymentStatus.Succeeded).ToList();
        var confirming = captured.Count(p => p.Decision == PaymentDecision.Confirms);
        return confirming <= 1
            && captured.TrueForAll(p => p.Decision is not null)
            && (order.Enrollment.Status == EnrollmentStatus.Confirmed) == (confirming == 1)
            && captured.TrueForAll(p => (p.Decision == PaymentDecision.Confirms) == (order.RefundableOf(p) == p.Amount))
            && order.Refunds.Count == captured.Count - confirming;
    }
}
