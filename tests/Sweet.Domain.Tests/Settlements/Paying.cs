using Sweet.Domain.Cases;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Tests.Settlements;

/// <summary>An enrollment with its checkout, and what Stripe says of it.</summary>
internal sealed class Paying
{
    private static int last;

    public Paying(int seats = 30, string? email = null, Cohort? cohort = null)
    {
        Cohort = cohort ?? Some.OpenCohort(seats);
        Enrollment = Some.Enrollment(Cohort, email);
        Checkout = Some.OpenCheckout(Order);
    }

    public Cohort Cohort { get; }

    public Enrollment Enrollment { get; }

    public Checkout Checkout { get; private set; }

    public Order Order => Enrollment.Order;

    public DateTime Now { get; set; } = Some.Now;

    /// <summary>The last case that a settlement has opened.</summary>
    public OpenCase? Opened { get; private set; }

    public Payment Payment => Order.Payments[0];

    public Settlement Pay(Checkout? checkout = null, Money? amount = null, Enrollment? otherLive = null) =>
        Settle(checkout ?? Checkout, Some.Complete(checkout ?? Checkout, amount: amount), otherLive);

    public Settlement PayByBank(Checkout? checkout = null) =>
        Settle(checkout ?? Checkout, Some.Complete(checkout ?? Checkout, PaymentStatus.Processing));

    public Settlement FailAtBank(Checkout? checkout = null) =>
        Settle(checkout ?? Checkout, Some.Complete(checkout ?? Checkout, PaymentStatus.Failed));

    public Settlement Expire(Checkout? checkout = null) => Settle(checkout ?? Checkout, Some.Expired(checkout ?? Checkout));

    public Settlement Settle(Checkout checkout, SessionFacts facts, Enrollment? otherLive = null)
    {
        var rules = Rules();
        var settlement = rules.Settle(checkout, facts, otherLive);
        Opened = rules.Opened ?? Opened;
        return settlement;
    }

    /// <summary>As the worker does once Stripe has said of every page that nobody can pay there any more.</summary>
    public Settlement EndHold() => Rules().EndHold([.. Order.Checkouts.Select(c => c.SessionId).OfType<string>()], ExpiryReason.TimeOver);

    /// <summary>The first page at Stripe expires, the student begins again.</summary>
    public Checkout PayAgain()
    {
        Expire();
        Checkout = Some.OpenCheckout(Order, Now);
        return Checkout;
    }

    private SettlementRules Rules() => new(Cohort, Order, Actor.StripeEvent($"evt_{Interlocked.Increment(ref last)}"), Now);
}
