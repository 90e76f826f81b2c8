using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Objects;
using static Sweet.Sandbox.Stripe.Parameters.Kinds;

namespace Sweet.Sandbox.Stripe.Api;

/// <summary>/v1/events: what happened in the last thirty days.</summary>
internal static class EventRoutes
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static IEnumerable<StripeRoute> All =>
    [
        new("GET", "/v1/events", Listing.Parameters(Boolean("delivery_success"), Text("type"), Texts("types")), List),
        new("GET", "/v1/events/{id}", OnlyExpand, call => StripeJson.Write(
            KeptEvents(call).FirstOrDefault(happened => happened.Id == call.Id) ?? throw StripeFailure.Missing("event", call.Id))),
    ];

    private static JsonObject List(StripeCall call)
    {
        var types = call.Input["types"]?.AsArray().Select(type => type!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return Listing.Of(
            call,
            KeptEvents(call)
                .Where(happened => Listing.Matches(call, "type", happened.Type))
                .Where(happened => types?.Contains(happened.Type) ?? true),
            happened => happened.Id,
            happened => happened.Created);
    }

    private static IEnumerable<StripeEvent> KeptEvents(StripeCall call) =>
        call.Books.Events.Values.Where(happened => happened.Created > call.Books.Now - Kept);
}
