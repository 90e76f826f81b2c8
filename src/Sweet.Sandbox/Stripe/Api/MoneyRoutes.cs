using System.Text.Json;
using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Accounts;
using Sweet.Sandbox.Stripe.Parameters;
using static Sweet.Sandbox.Stripe.Parameters.Kinds;

namespace Sweet.Sandbox.Stripe.Api;

/// <summary>Payment intents, charges, refunds and disputes.</summary>
internal static class MoneyRoutes
{
    private static readonly ParameterSet RefundCreation = new(
        Integer("amount"),
        Text("charge"),
        Texts("expand"),
        Metadata("metadata"),
        Text("payment_intent"),
        OneOf("reason", "duplicate", "fraudulent", "requested_by_customer"));

    public static IEnumerable<StripeRoute> All =>
    [
        new("GET", "/v1/payment_intents", Listing.Parameters(), call =>
            Listing.Of(call, call.Books.PaymentIntents.Values, intent => intent.Id, intent => intent.Created)),
        new("GET", "/v1/payment_intents/{id}", OnlyExpand, call =>
            StripeJson.Write(Find(call.Books.PaymentIntents, "payment_intent", call.Id))),
        new("GET", "/v1/charges", Listing.Parameters(Text("payment_intent")), ListCharges),
        new("GET", "/v1/charges/{id}", OnlyExpand, call => StripeJson.Write(Find(call.Books.Charges, "charge", call.Id))),
        new("POST", "/v1/refunds", RefundCreation, call =>
            StripeJson.Write(RefundLedger.Create(call.Books, call.Input.Deserialize<RefundInput>(StripeJson.Options)!))),
        new("GET", "/v1/refunds", Listing.Parameters(Text("charge"), Text("payment_intent")), ListRefunds),
        new("GET", "/v1/refunds/{id}", OnlyExpand, call => StripeJson.Write(RefundLedger.Find(call.Books, call.Id))),
        new("GET", "/v1/disputes", Listing.Parameters(Text("charge"), Text("payment_intent")), ListDisputes),
        new("GET", "/v1/disputes/{id}", OnlyExpand, call => StripeJson.Write(DisputeLedger.Find(call.Books, call.Id))),
    ];

    private static JsonObject ListCharges(StripeCall call) => Listing.Of(
        call,
        call.Books.Charges.Values.Where(charge => Listing.Matches(call, "payment_intent", charge.PaymentIntent)),
        charge => charge.Id,
        charge => charge.Created);

    private static JsonObject ListRefunds(StripeCall call) => Listing.Of(
        call,
        call.Books.Refunds.Values
            .Where(refund => Listing.Matches(call, "charge", refund.Charge))
            .Where(refund => Listing.Matches(call, "payment_intent", refund.PaymentIntent)),
        refund => refund.Id,
        refund => refund.Created);

    private static JsonObject ListDisputes(StripeCall call) => Listing.Of(
        call,
        call.Books.Disputes.Values
            .Where(dispute => Listing.Matches(call, "charge", dispute.Charge))
            .Where(dispute => Listing.Matches(call, "payment_intent", dispute.PaymentIntent)),
        dispute => dispute.Id,
        dispute => dispute.Created);

    private static T Find<T>(OrderedDictionary<string, T> kept, string what, string id) where T : class =>
        kept.GetValueOrDefault(id) ?? throw StripeFailure.Missing(what, id);
}
