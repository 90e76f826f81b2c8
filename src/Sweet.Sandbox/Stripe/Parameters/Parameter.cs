using System.Text.Json.Nodes;

namespace Sweet.Sandbox.Stripe.Parameters;

/// <param name="Read">Gives the typed value at a path such as <c>line_items[0]</c>, or throws Stripe's error.</param>
internal sealed record Parameter(string Name, Func<Form, string, JsonNode?> Read, bool IsRequired = false)
{
    public Parameter Required() => this with { IsRequired = true };
}

/// <summary>All parameters that an endpoint knows. Any other is an error, as at Stripe.</summary>
internal sealed class ParameterSet(params Parameter[] parameters)
{
    public JsonObject Read(Form form, string path = "")
    {
        if (form.Children.FirstOrDefault(child => parameters.All(known => known.Name != child.Key)) is { Key: not null } unknown)
            throw Unknown(Join(path, unknown.Key));

        var values = new JsonObject();
        foreach (var parameter in parameters)
        {
            var at = Join(path, parameter.Name);
            if (form[parameter.Name] is { } value)
                values[parameter.Name] = parameter.Read(value, at);
            else if (parameter.IsRequired)
                throw StripeFailure.Invalid($"Missing required param: {at}.", "parameter_missing", at);
        }

        return values;
    }

    private static StripeFailure Unknown(string path) =>
        StripeFailure.Invalid($"Received unknown parameter: {path}", "parameter_unknown", path);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}[{name}]";
}
