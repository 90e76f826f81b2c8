using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Cases;

/// <summary>Payments that fit no rule.</summary>
public static class PaymentCases
{
    /// <summary>Another sum or currency than was due, references that contradict each other, or money from before a restore.</summary>
    /// <param name="others">The other enrollment numbers that its references name, or null.</param>
    public static OpenCase Unfitting(OpenCaseKind kind, Payment payment, string? others, DateTime nowUtc) =>
        new(kind, payment.IdAtStripe, payment.Order, nowUtc)
        {
            Amount = payment.Amount,
            Due = payment.Checkout?.Amount ?? payment.Order.Total,
            Cause = others,
            Number = payment.Order.Enrollment.Number,
        };

    /// <summary>Money whose own references name two seats: nobody may guess whose it is.</summary>
    /// <param name="others">The other enrollment numbers that its references name.</param>
    public static OpenCase Contradicting(PaymentFacts payment, string number, string others, DateTime nowUtc) =>
        new(OpenCaseKind.ContradictingReferences, payment.PaymentIntentId, null, nowUtc)
        {
            Amount = payment.Amount,
            Cause = others,
            Number = number,
        };

    /// <summary>Stripe refuses to open a page to pay on, and would refuse it again. Once an enrollment.</summary>
    /// <param name="reason">As Stripe says it: words of its own, without what a person typed.</param>
    public static OpenCase CheckoutRefused(Checkout checkout, string reason, DateTime nowUtc)
    {
        var enrollment = checkout.Order.Enrollment;
        return new OpenCase(OpenCaseKind.CheckoutRefused, enrollment.Number, checkout.Order, nowUtc)
        {
            Amount = checkout.Amount,
            Cause = reason,
            Number = enrollment.Number,
        };
    }

    /// <summary>For an enrollment that we do not have.</summary>
    public static OpenCase Unclaimed(PaymentFacts payment, string number, DateTime nowUtc) =>
        new(OpenCaseKind.UnclaimedPayment, payment.PaymentIntentId, null, nowUtc) { Amount = payment.Amount, Number = number };

    /// <summary>In our name, and no checkout of ours brought it.</summary>
    public static OpenCase WithoutCheckout(PaymentFacts payment, string number, Order? order, DateTime nowUtc) =>
        new(OpenCaseKind.UnclaimedPayment, payment.PaymentIntentId, order, nowUtc)
        {
            Amount = payment.Amount,
            Number = number,
            Word = OpenCase.NoCheckout,
        };

    /// <summary>Somebody withdrew who had paid in a currency that the price is not in: the rule gives no sum.</summary>
    public static OpenCase Undecided(Payment payment, DateTime nowUtc) =>
        new(OpenCaseKind.WithdrawalUndecided, payment.IdAtStripe, payment.Order, nowUtc)
        {
            Amount = payment.Amount,
            Due = payment.Order.Total,
        };
}
