using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Accounts;
using Sweet.Sandbox.Stripe.Objects;
using static Sweet.Sandbox.Stripe.Parameters.Kinds;

namespace Sweet.Sandbox.Stripe.Api;

/// <summary>What moved in the account's balance, and what of it went to the bank.</summary>
/// <remarks>https://docs.stripe.com/api/balance_transactions/list, https://docs.stripe.com/api/payouts/list</remarks>
internal static class BalanceRoutes
{
    public static IEnumerable<StripeRoute> All =>
    [
        new("GET", "/v1/balance_transactions", Listing.Parameters(Text("currency"), Text("payout"), Text("source"), Text("type")), List),
        new("GET", "/v1/balance_transactions/{id}", OnlyExpand, call => StripeJson.Write(
            call.Books.BalanceTransactions.GetValueOrDefault(call.Id) ?? throw StripeFailure.Missing("balance_transaction", call.Id))),
        new("GET", "/v1/payouts", Listing.Parameters(Moments("arrival_date"), Text("destination"), Text("status")), Payouts),
        new("GET", "/v1/payouts/{id}", OnlyExpand, call => StripeJson.Write(PayoutLedger.Find(call.Books, call.Id))),
    ];

    private static JsonObject List(StripeCall call)
    {
        if (call.Input["payout"] is { } wanted) RefuseByHand(PayoutLedger.Find(call.Books, wanted.GetValue<string>()));

        return Listing.Of(
            call,
            call.Books.BalanceTransactions.Values
                .Where(entry => Listing.Matches(call, "payout", call.Books.PaidOut.GetValueOrDefault(entry.Id)))
                .Where(entry => Listing.Matches(call, "currency", entry.Currency))
                .Where(entry => Listing.Matches(call, "source", entry.Source))
                .Where(entry => Listing.Matches(call, "type", entry.Type)),
            entry => entry.Id,
            entry => entry.Created);
    }

    // What a payout by hand is made of is not known at Stripe either.
    private static void RefuseByHand(Payout payout)
    {
        if (!payout.Automatic)
            throw StripeFailure.Invalid(
                "Balance transaction history can only be filtered on automatic transfers, not manual.", parameter: "payout");
    }

    private static JsonObject Payouts(StripeCall call) => Listing.Of(
        call,
        call.Books.Payouts.Values
            .Where(payout => Listing.IsWithin(call.Input["arrival_date"], payout.ArrivalDate))
            .Where(payout => Listing.Matches(call, "destination", payout.Destination))
            .Where(payout => Listing.Matches(call, "status", payout.Status)),
        payout => payout.Id,
        payout => payout.Created);
}
