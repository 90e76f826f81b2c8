using Sweet.Domain.Cases;
using Sweet.Domain.Tests.Settlements;

namespace Sweet.Domain.Tests.Cases;

public class OpenCaseTests
{
    [Fact]
    public void Stays_open_until_somebody_says_how_it_was_resolved()
    {
        var openCase = new OpenCase(OpenCaseKind.AmountDiffers, "pi_1", "597.00 USD were due, 1.00 USD came.", order: null, Some.Now);
        Assert.True(openCase.IsOpen);

        openCase.Resolve(CaseResolution.Noted, "Refunded at Stripe.", Some.Staff, Some.Now.AddHours(1));

        Assert.Equal((false, CaseResolution.Noted, "Refunded at Stripe."), (openCase.IsOpen, openCase.Resolution, openCase.Reason));
        Assert.Throws<InvalidOperationException>(() => openCase.Resolve(CaseResolution.Noted, "Again.", Some.Staff, Some.Now));
    }

    [Theory]
    [InlineData(100, "USD", OpenCaseKind.AmountDiffers, "1.00 USD arrived, 597.00 USD was due.")]
    [InlineData(59_700, "EUR", OpenCaseKind.CurrencyDiffers, "597.00 EUR arrived, 597.00 USD was due.")]
    public void Says_what_came_and_what_was_due(long minor, string currency, OpenCaseKind kind, string details)
    {
        var paying = new Paying();
        paying.Pay(amount: new Money(minor, currency));

        var openCase = OpenCase.ForPayment(paying.Payment, contradiction: null, Some.Now);

        Assert.Equal((kind, details, paying.Payment.PaymentIntentId), (openCase.Kind, openCase.Details, openCase.Subject));
    }
}
