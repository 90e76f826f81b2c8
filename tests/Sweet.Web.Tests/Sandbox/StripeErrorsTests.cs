using System.Net;
using Stripe;
using Stripe.Checkout;

namespace Sweet.Web.Tests.Sandbox;

public class StripeErrorsTests : WithStandIns
{
    [Fact]
    public async Task An_unknown_parameter_is_an_error()
    {
        var refusal = await RefusalOf(session => session.AddExtraParam("payment_method_types[0]", "card"));

        Assert.Equal(("parameter_unknown", "payment_method_types"), (refusal.Code, refusal.Param));
    }

    [Fact]
    public async Task A_missing_parameter_is_named_by_its_path()
    {
        var refusal = await RefusalOf(session => session.LineItems[0].PriceData.Currency = null);

        Assert.Equal(("parameter_missing", "line_items[0][price_data][currency]"), (refusal.Code, refusal.Param));
    }

    [Theory]
    [InlineData("mara@")]
    [InlineData("mara@clinic")]
    [InlineData("Mara <mara@example.com>")]
    [InlineData("mära@example.com")]
    [InlineData("mara@clínica.example")]
    public async Task A_malformed_address_is_an_error(string email)
    {
        var refusal = await RefusalOf(session => session.CustomerEmail = email);

        Assert.Equal(("email_invalid", "customer_email"), (refusal.Code, refusal.Param));
    }

    [Theory]
    [InlineData(49, "amount_too_small")]
    [InlineData(100_000_000, "amount_too_large")]
    public async Task A_sum_that_Stripe_does_not_take_is_an_error(long cents, string code)
    {
        Assert.Equal(code, (await RefusalOf(session => session.LineItems[0].PriceData.UnitAmount = cents)).Code);
    }

    [Fact]
    public async Task Too_long_metadata_are_an_error()
    {
        var refusal = await RefusalOf(session => session.Metadata["note"] = new string('x', 501));

        Assert.Equal("metadata[note]", refusal.Param);
    }

    [Fact]
    public async Task Another_key_is_not_let_in()
    {
        var refusal = await Assert.ThrowsAsync<StripeException>(() => new SessionService(StripeWith("sk_test_of_somebody_else")).ListAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.HttpStatusCode);
        Assert.StartsWith("Invalid API Key provided: sk_test_***", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_id_is_missing()
    {
        var refusal = await Assert.ThrowsAsync<StripeException>(() => new SessionService(Stripe).GetAsync("cs_test_nobody"));

        Assert.Equal((HttpStatusCode.NotFound, "resource_missing"), (refusal.HttpStatusCode, refusal.StripeError.Code));
        Assert.StartsWith("req_", refusal.StripeResponse.RequestId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_nobody_knows_answers_501_and_is_kept()
    {
        var refusal = await Assert.ThrowsAsync<StripeException>(() => new CustomerService(Stripe).ListAsync());

        Assert.Equal(HttpStatusCode.NotImplemented, refusal.HttpStatusCode);
        Assert.Equal("/v1/customers", Assert.Single(StandIns.Calls.Unknown).Path);
    }

    private async Task<StripeError> RefusalOf(Action<SessionCreateOptions> change)
    {
        var refusal = await Assert.ThrowsAsync<StripeException>(() => Open(change));
        Assert.Equal(HttpStatusCode.BadRequest, refusal.HttpStatusCode);
        Assert.Empty(StandIns.Stripe.Sessions);
        return refusal.StripeError;
    }
}
