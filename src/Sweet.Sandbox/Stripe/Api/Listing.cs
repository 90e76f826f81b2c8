using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Parameters;

namespace Sweet.Sandbox.Stripe.Api;

/// <summary>Stripe's lists: newest first, a page at a time, continued after or before an id.</summary>
internal static class Listing
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 100;

    public static ParameterSet Parameters(params Parameter[] filters) => new(
    [
        .. filters, Kinds.Moments("created"), Kinds.Integer("limit"),
        Kinds.Text("starting_after"), Kinds.Text("ending_before"), Kinds.Texts("expand"),
    ]);

    public static JsonObject Of<T>(StripeCall call, IEnumerable<T> oldestFirst, Func<T, string> id, Func<T, DateTimeOffset> created)
    {
        RefuseUnknown(call, "payment_intent", call.Books.PaymentIntents.ContainsKey);
        RefuseUnknown(call, "charge", call.Books.Charges.ContainsKey);
        var all = oldestFirst.Reverse().Where(item => IsWithin(call.Input["created"], created(item))).ToArray();
        var limit = (int)(call.Input["limit"]?.GetValue<long>() ?? DefaultLimit);
        if (limit is < 1 or > MaxLimit)
            throw StripeFailure.Invalid($"Invalid limit: must be between 1 and {MaxLimit}", "parameter_invalid_integer", "limit");

        var (from, to) = (0, all.Length);
        if (Cursor(call, "starting_after") is { } after)
            from = Position(all, id, after, "starting_after") + 1;
        if (Cursor(call, "ending_before") is { } before)
        {
            to = Position(all, id, before, "ending_before");
            from = Math.Max(0, to - limit);
            return Page(call, all[from..to], hasMore: from > 0);
        }

        return Page(call, all.Skip(from).Take(limit), hasMore: to - from > limit);
    }

    /// <summary>A list that is part of an object, whole.</summary>
    public static JsonObject Whole<T>(IEnumerable<T> items, string path) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. items.Select(item => StripeJson.Write(item))]),
        ["has_more"] = false,
        ["url"] = path,
    };

    public static bool Matches(StripeCall call, string filter, string? value) =>
        call.Input[filter] is not { } wanted || wanted.GetValue<string>() == value;

    // Asked for what belongs to an object that it does not know, Stripe does not answer with an empty list.
    private static void RefuseUnknown(StripeCall call, string filter, Func<string, bool> isKnown)
    {
        if (call.Input[filter] is { } wanted && !isKnown(wanted.GetValue<string>()))
            throw StripeFailure.Missing(filter, wanted.GetValue<string>(), filter);
    }

    private static JsonObject Page<T>(StripeCall call, IEnumerable<T> items, bool hasMore)
    {
        var page = Whole(items, call.Path);
        page["has_more"] = hasMore;
        return page;
    }

    private static string? Cursor(StripeCall call, string name) => call.Input[name]?.GetValue<string>();

    private static int Position<T>(T[] all, Func<T, string> id, string wanted, string parameter)
    {
        var position = Array.FindIndex(all, item => id(item) == wanted);
        return position >= 0 ? position : throw StripeFailure.Missing("object", wanted, parameter);
    }

    public static bool IsWithin(JsonNode? bounds, DateTimeOffset created)
    {
        var seconds = created.ToUnixTimeSeconds();
        return Holds("gt", bound => seconds > bound) && Holds("gte", bound => seconds >= bound)
            && Holds("lt", bound => seconds < bound) && Holds("lte", bound => seconds <= bound);

        bool Holds(string name, Func<long, bool> test) => bounds?[name] is not { } bound || test(bound.GetValue<long>());
    }
}
