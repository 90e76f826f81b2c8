using System.Text.Json;
using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Accounts;
using Sweet.Sandbox.Stripe.Parameters;
using static Sweet.Sandbox.Stripe.Parameters.Kinds;

namespace Sweet.Sandbox.Stripe.Api;

/// <summary>/v1/checkout/sessions</summary>
internal static class SessionRoutes
{
    private const string Root = "/v1/checkout/sessions";

    private static readonly ParameterSet Creation = new(
        Group("adaptive_pricing", Boolean("enabled")),
        Boolean("allow_promotion_codes"),
        Texts("allowed_payment_method_types"),
        Group("automatic_tax", Boolean("enabled")),
        OneOf("billing_address_collection", "auto", "required"),
        Url("cancel_url"),
        Text("client_reference_id", 200),
        Group("custom_text", TextBlock("after_submit"), TextBlock("submit"), TextBlock("terms_of_service_acceptance")),
        OneOf("customer_creation", "always", "if_required"),
        Email("customer_email"),
        Texts("excluded_payment_method_types"),
        Texts("expand"),
        Integer("expires_at"),
        ListOf(
            "line_items",
            Group(
                "price_data",
                Currency("currency").Required(),
                Group(
                    "product_data",
                    Text("name").Required(), Text("description"), Texts("images"), Metadata("metadata"), Text("tax_code")).Required(),
                OneOf("tax_behavior", "exclusive", "inclusive", "unspecified"),
                Integer("unit_amount").Required()).Required(),
            Integer("quantity").Required()).Required(),
        Text("locale", 10),
        Metadata("metadata"),
        OneOf("mode", "payment", "setup", "subscription").Required(),
        Group(
            "payment_intent_data",
            OneOf("capture_method", "automatic", "automatic_async", "manual"),
            Text("description", 1000),
            Metadata("metadata"),
            Email("receipt_email"),
            Text("statement_descriptor", 22),
            Text("statement_descriptor_suffix", 22)),
        OneOf("payment_method_collection", "always", "if_required"),
        Group(
            "payment_method_options",
            Group("card", OneOf("request_three_d_secure", "any", "automatic", "challenge")),
            Group("us_bank_account", OneOf("verification_method", "automatic", "instant"))),
        Group("phone_number_collection", Boolean("enabled").Required()),
        OneOf("submit_type", "auto", "book", "donate", "pay", "subscribe"),
        Url("success_url").Required(),
        OneOf("ui_mode", "hosted_page"));

    public static IEnumerable<StripeRoute> All(Func<Uri> pages) =>
    [
        new("POST", Root, Creation, call => StripeJson.Write(SessionLedger.Open(call.Books, InputOf(call), pages()))),
        new("GET", Root, Listing.Parameters(Text("payment_intent"), OneOf("status", "complete", "expired", "open")), List),
        new("GET", Root + "/{id}", OnlyExpand, call => StripeJson.Write(SessionLedger.Find(call.Books, call.Id))),
        new("GET", Root + "/{id}/line_items", OnlyExpand, LineItems),
        new("POST", Root + "/{id}/expire", OnlyExpand, call => StripeJson.Write(SessionLedger.Expire(call.Books, call.Id))),
    ];

    private static Parameter TextBlock(string name) => Group(name, Text("message", 1200).Required());

    private static SessionInput InputOf(StripeCall call)
    {
        var input = call.Input.Deserialize<SessionInput>(StripeJson.Options)!;
        return input.Mode == "payment"
            ? input
            : throw StripeFailure.Invalid("The stand-in knows the mode `payment` only.", parameter: "mode");
    }

    private static JsonObject List(StripeCall call) => Listing.Of(
        call,
        call.Books.Sessions.Values
            .Where(session => Listing.Matches(call, "payment_intent", session.PaymentIntent))
            .Where(session => Listing.Matches(call, "status", session.Status)),
        session => session.Id,
        session => session.Created);

    private static JsonObject LineItems(StripeCall call) =>
        Listing.Whole(call.Books.SessionOrders[SessionLedger.Find(call.Books, call.Id).Id].LineItems, call.Path);
}
