using System.Text;
using Microsoft.EntityFrameworkCore;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.Webhooks;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Paying;

/// <summary>Signed events in every shape that JSON has: what is no event of Stripe's is a bad request, and never a failure.</summary>
public sealed class OddEventsTests : Story
{
    private static readonly string Huge = new('x', 5_000);
    private static readonly string Deep = $"{new string('[', 200)}{new string(']', 200)}";

    public static TheoryData<string> BadValues { get; } = ["null", "7", "-1", "1e400", "true", "[]", "[\"evt_1\"]", "{}", "\"\"", "\" \"", "\"\\ud83d\"", $"\"{Huge}\"", Deep];

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task An_id_that_is_none_is_refused(string value) => await IsRefused(Event(id: value));

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task A_type_that_is_none_is_refused(string value) => await IsRefused(Event(type: value));

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task An_object_whose_id_is_none_is_refused(string value) => await IsRefused(Event(subject: $$"""{"id":{{value}} }"""));

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("\"cs_1\"")]
    [InlineData("{}")]
    public async Task An_object_that_is_none_is_refused(string value) => await IsRefused(Event(subject: value));

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("\"false\"")]
    [InlineData("[]")]
    public async Task A_mode_that_is_none_is_refused(string value) => await IsRefused(Event(mode: value));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"evt_1"}""")]
    [InlineData("""{"id":"evt_1","type":"checkout.session.completed","livemode":false}""")]
    [InlineData("""{"id":"evt_1","type":"checkout.session.completed","livemode":false,"data":null}""")]
    [InlineData("""{"id":"evt_1","type":"checkout.session.completed","livemode":false,"data":[]}""")]
    [InlineData("""{"id":"evt_1","type":"checkout.session.completed","livemode":false,"data":{}}""")]
    [InlineData("""{"\ud83d":1,"type":"checkout.session.completed","livemode":false}""")]
    public async Task A_body_that_is_no_event_is_refused(string body) => await IsRefused(body);

    [Theory]
    [InlineData("refund.created")]
    [InlineData("refund.failed")]
    [InlineData("charge.dispute.created")]
    [InlineData("checkout.session.expired")]
    public async Task An_event_that_does_not_name_its_object_is_refused(string type) => await IsRefused(Event(type: $"\"{type}\"", subject: """{"object":"thing"}"""));

    [Theory]
    [InlineData("checkout.session.completed", "cs_test_unknown")]
    [InlineData("checkout.session.expired", "cs_test_unknown")]
    [InlineData("checkout.session.async_payment_succeeded", "cs_test_unknown")]
    [InlineData("checkout.session.async_payment_failed", "cs_test_unknown")]
    [InlineData("refund.created", "re_unknown")]
    [InlineData("refund.updated", "re_unknown")]
    [InlineData("refund.failed", "pyr_unknown")]
    [InlineData("charge.dispute.created", "du_unknown")]
    [InlineData("charge.dispute.updated", "dp_unknown")]
    [InlineData("charge.dispute.closed", "du_unknown")]
    public async Task An_object_that_Stripe_does_not_know_is_taken_for_another_s(string type, string id)
    {
        var answer = await Send(Event(type: $"\"{type}\"", subject: $$"""{"id":"{{id}}"}"""));

        Assert.Equal(200, answer.Status);
        Assert.Empty(await Site.Db(db => db.StripeEvents.ToListAsync()));
        Assert.Empty(await Site.Db(db => db.OpenCases.ToListAsync()));
    }

    [Theory]
    [InlineData("checkout.session.completed", "cs_test_1")]
    [InlineData("refund.created", "re_1")]
    [InlineData("charge.dispute.created", "du_1")]
    public async Task What_Stripe_does_not_tell_is_our_failure_and_comes_again(string type, string id)
    {
        Site.StandIns.Faults.Stripe.Always(Fault.ServerError);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Send(Event(type: $"\"{type}\"", subject: $$"""{"id":"{{id}}"}""")));

        Assert.Contains("/stripe-webhooks broke", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await Site.Db(db => db.StripeEvents.ToListAsync()));
    }

    [Theory]
    [InlineData("\"created\":-99999999999999")]
    [InlineData("\"created\":1e300")]
    [InlineData("\"created\":null")]
    [InlineData("\"\\ud83d\":1")]
    public async Task A_field_that_nobody_reads_may_be_anything(string field)
    {
        var answer = await Send(Event(type: "\"balance.available\"").Replace("{\"id\"", $"{{{field},\"id\"", StringComparison.Ordinal));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("t=")]
    [InlineData("t=,v1=")]
    [InlineData("=,=")]
    [InlineData(",,")]
    [InlineData("v1=abc")]
    [InlineData("t=1")]
    [InlineData("t=now,v1=abc")]
    [InlineData("t=99999999999999999999999,v1=abc")]
    [InlineData("t=-9223372036854775808,v1=abc")]
    [InlineData("t=9223372036854775807,v1=abc")]
    [InlineData("t=1,t=2,v1=abc,v1=def")]
    public async Task A_stranger_with_an_odd_signature_is_refused(string signature)
    {
        Assert.Equal(400, (await Send(Event(), signature)).Status);
    }

    private static string Event(string id = "\"evt_1\"", string type = "\"checkout.session.completed\"", string mode = "false", string subject = """{"id":"cs_1"}""") =>
        $$"""{"id":{{id}},"type":{{type}},"livemode":{{mode}},"data":{"object":{{subject}} } }""";

    private async Task IsRefused(string body)
    {
        Assert.Equal(400, (await Send(body)).Status);
        Assert.Empty(await Site.Db(db => db.StripeEvents.ToListAsync()));
    }

    private Task<Page> Send(string body, string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/stripe-webhooks") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signature ?? WebhookSignature.Of(body, Site.StandIns.Webhooks.Secret, Site.Clock.GetUtcNow()));
        return Visitor.Send(request);
    }
}
