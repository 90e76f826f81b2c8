using System.Text.Json.Nodes;
using Sweet.Sandbox.Stripe.Accounts;
using Sweet.Sandbox.Stripe.Parameters;

namespace Sweet.Sandbox.Stripe.Api;

/// <param name="Id">What stands at <c>{id}</c> of the template, or empty.</param>
internal sealed record StripeCall(Books Books, string Id, JsonObject Input, string Path);

/// <summary>One endpoint: address, parameters that it knows, work.</summary>
internal sealed class StripeRoute(string method, string template, ParameterSet parameters, Func<StripeCall, JsonNode> work)
{
    private readonly string[] segments = template.Split('/');

    public ParameterSet Parameters => parameters;

    public Func<StripeCall, JsonNode> Work => work;

    /// <returns>The id in the path, empty when the template has none, null when the path is another's.</returns>
    public string? Match(StripeRequest request)
    {
        var path = request.Path.Split('/');
        if (request.Method != method || path.Length != segments.Length)
            return null;

        var id = "";
        for (var i = 0; i < path.Length; i++)
        {
            if (segments[i] == "{id}")
                id = path[i];
            else if (segments[i] != path[i])
                return null;
        }

        return id;
    }
}
