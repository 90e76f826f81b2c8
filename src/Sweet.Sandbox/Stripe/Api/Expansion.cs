using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Accounts;

namespace Sweet.Sandbox.Stripe.Api;

/// <summary>Puts whole objects where an answer has only their ids, as <c>expand[]</c> asks.</summary>
internal sealed class Expansion(Books books)
{
    private const int MaxDepth = 4;

    public void Apply(JsonNode answer, JsonNode? paths)
    {
        foreach (var path in paths?.AsArray() ?? [])
        {
            var segments = path!.GetValue<string>().Split('.');
            if (segments.Count(segment => segment != "data") > MaxDepth)
                throw StripeFailure.Invalid($"You cannot expand more than {MaxDepth} levels of a property. Property: {path}");
            Expand(answer, segments, path.GetValue<string>());
        }
    }

    private void Expand(JsonNode node, ReadOnlySpan<string> segments, string path)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Expand(item!, segments, path);
            return;
        }

        var owner = node as JsonObject ?? throw NotExpandable(path);
        var name = segments[0];
        if (Hidden(owner, name) is { } hidden)
            owner[name] = hidden;
        else if (!owner.ContainsKey(name))
            throw NotExpandable(path);
        else if (owner[name] is JsonValue id)
            owner[name] = Find(id.ToString()) ?? throw NotExpandable(path);

        if (segments.Length > 1 && owner[name] is { } next)
            Expand(next, segments[1..], path);
    }

    /// <summary>What shows only when it is expanded.</summary>
    private JsonObject? Hidden(JsonObject owner, string name) => (owner["object"]?.ToString(), name) switch
    {
        ("checkout.session", "line_items") when owner[name] is null =>
            Listing.Whole(books.SessionOrders[Id(owner)].LineItems, $"/v1/checkout/sessions/{Id(owner)}/line_items"),
        ("charge", "refunds") when owner[name] is null =>
            Listing.Whole(books.Refunds.Values.Where(refund => refund.Charge == Id(owner)).Reverse(), $"/v1/charges/{Id(owner)}/refunds"),
        _ => null,
    };

    private JsonNode? Find(string id)
    {
        object? found = id.Split('_')[0] switch
        {
            "pi" => books.PaymentIntents.GetValueOrDefault(id),
            "ch" => books.Charges.GetValueOrDefault(id),
            "re" => books.Refunds.GetValueOrDefault(id),
            "du" => books.Disputes.GetValueOrDefault(id),
            "txn" => books.BalanceTransactions.GetValueOrDefault(id),
            _ => null,
        };
        return found is null ? null : StripeJson.Write(found);
    }

    private static string Id(JsonObject owner) => owner["id"]!.ToString();

    private static StripeFailure NotExpandable(string path) =>
        StripeFailure.Invalid($"This property cannot be expanded ({path}).", parameter: "expand");
}
