using Sweet.Domain.Cases;
using Sweet.Domain.Refunds;
using Sweet.Domain.Settlements;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Cases;

public class OpenCaseTests
{
    [Fact]
    public void Stays_open_until_somebody_says_how_it_was_resolved()
    {
        var openCase = new OpenCase(OpenCaseKind.AmountDiffers, "pi_1", order: null, Some.Now);
        Assert.True(openCase.IsOpen);

        openCase.Resolve(CaseResolution.Noted, "Refunded at Stripe.", Some.Staff, Some.Now.AddHours(1));

        Assert.Equal((false, CaseResolution.Noted, "Refunded at Stripe."), (openCase.IsOpen, openCase.Resolution, openCase.Reason));
        Assert.Throws<InvalidOperationException>(() => openCase.Resolve(CaseResolution.Noted, "Again.", Some.Staff, Some.Now));
    }

    [Theory]
    [InlineData(100, "USD", OpenCaseKind.AmountDiffers)]
    [InlineData(59_700, "EUR", OpenCaseKind.CurrencyDiffers)]
    public void Knows_what_came_and_what_was_due(long minor, string currency, OpenCaseKind kind)
    {
        var paying = new Paying();
        paying.Pay(amount: new Money(minor, currency));

        var openCase = paying.Opened!;

        Assert.Equal((kind, paying.Payment.PaymentIntentId, 1), (openCase.Kind, openCase.ObjectId, openCase.Occurrence));
        Assert.Equal((new Money(minor, currency), Some.Price), (openCase.Amount, openCase.Due));
    }

    [Fact]
    public void Each_word_of_Stripe_that_we_do_not_know_is_another_case()
    {
        var paying = new Paying();
        paying.Pay();

        List<string> words = ["one", "two", "one"];
        var cases = words.ConvertAll(word => Tell(paying, word)!.CaseFor(Some.Now)!);

        Assert.Equal([("one", 1), ("two", 2), ("one", 3)], cases.Select(c => (c.Word!, c.Occurrence)));
        Assert.Null(Tell(paying, "one"));
    }

    private static Refund? Tell(Paying paying, string word) => paying.Order.Apply(
        new RefundFacts("re_1", paying.Payment.IdAtStripe, RefundStatus.Pending, new Money(100, "USD"), null, null) { StripeStatus = word }, Some.Staff, Some.Now);
}
