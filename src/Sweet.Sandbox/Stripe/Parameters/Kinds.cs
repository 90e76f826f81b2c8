using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Json.Nodes;

namespace Sweet.Sandbox.Stripe.Parameters;

/// <summary>The kinds of values that Stripe's parameters have, each with Stripe's message for a wrong one.</summary>
internal static class Kinds
{
    private const int MaxMetadataKeys = 50;
    private const int MaxMetadataName = 40;
    private const int MaxMetadataValue = 500;

    public static readonly ParameterSet OnlyExpand = new(Texts("expand"));

    public static Parameter Text(string name, int maxLength = 5000) => new(name, (form, path) => TextAt(form, path, maxLength));

    public static Parameter Integer(string name) => new(name, (form, path) => IntegerAt(form, path));

    public static Parameter Boolean(string name) => new(name, (form, path) => Filled(form, path) switch
    {
        "true" => true,
        "false" => false,
        var other => throw StripeFailure.Invalid($"Invalid boolean: {other}", "parameter_invalid_boolean", path),
    });

    public static Parameter OneOf(string name, params string[] allowed) => new(name, (form, path) => OneOfAt(form, path, allowed));

    public static Parameter Email(string name) => new(name, (form, path) =>
    {
        // As long as a customer's may be (https://docs.stripe.com/api/customers/create#create_customer-email).
        var value = TextAt(form, path, 512);
        return Ascii.IsValid(value)
            && MailAddress.TryCreate(value, out var address) && address.Address == value && address.Host.Contains('.')
            ? value
            : throw StripeFailure.Invalid($"Invalid email address: {value}", "email_invalid", path);
    });

    public static Parameter Url(string name) => new(name, (form, path) =>
    {
        var value = TextAt(form, path, 5000);
        return Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? value
            : throw StripeFailure.Invalid("Not a valid URL", "url_invalid", path);
    });

    public static Parameter Currency(string name) => new(name, (form, path) =>
    {
        var value = TextAt(form, path, 100);
        return value.Length == 3 && value.All(char.IsAsciiLetter)
            ? value.ToLowerInvariant()
            : throw StripeFailure.Invalid($"Invalid currency: {value}. Stripe currently supports three-letter ISO codes in lower case.",
                parameter: path);
    });

    public static Parameter Group(string name, params Parameter[] parameters)
    {
        var known = new ParameterSet(parameters);
        return new(name, (form, path) => known.Read(IsTree(form, path), path));
    }

    public static Parameter ListOf(string name, params Parameter[] parameters)
    {
        var known = new ParameterSet(parameters);
        return new(name, (form, path) => ArrayAt(form, path, known.Read));
    }

    public static Parameter Texts(string name, params string[] allowed) => new(name, (form, path) =>
        ArrayAt(form, path, (item, at) => allowed.Length == 0 ? TextAt(item, at, 5000) : OneOfAt(item, at, allowed)));

    public static Parameter Metadata(string name) => new(name, (form, path) =>
    {
        var values = new JsonObject();
        foreach (var (key, value) in IsTree(form, path).Children)
            values[key] = MetadataAt(key, value.Value ?? "", $"{path}[{key}]");
        return values.Count <= MaxMetadataKeys
            ? values
            : throw StripeFailure.Invalid($"Metadata may have up to {MaxMetadataKeys} keys, but you passed {values.Count}.",
                parameter: path);
    });

    /// <summary>A moment, or the bounds gt, gte, lt and lte around it.</summary>
    public static Parameter Moments(string name)
    {
        var bounds = new ParameterSet(Integer("gt"), Integer("gte"), Integer("lt"), Integer("lte"));
        return new(name, (form, path) => form.Value is null
            ? bounds.Read(form, path)
            : new JsonObject { ["gte"] = IntegerAt(form, path), ["lte"] = IntegerAt(form, path) });
    }

    private static JsonArray ArrayAt(Form form, string path, Func<Form, string, JsonNode?> read) =>
        new([.. IsTree(form, path).Children.Select(item => read(item.Value, $"{path}[{item.Key}]"))]);

    private static string MetadataAt(string key, string value, string path) =>
        key.Length > MaxMetadataName
            ? throw StripeFailure.Invalid($"Metadata keys can be up to {MaxMetadataName} characters long.", parameter: path)
        : value.Length > MaxMetadataValue
            ? throw StripeFailure.Invalid(
                $"Metadata values can have up to {MaxMetadataValue} characters, "
                + $"but you passed in a value that is {value.Length} characters.",
                parameter: path)
        : value;

    private static string OneOfAt(Form form, string path, string[] allowed)
    {
        var value = Filled(form, path);
        return allowed.Contains(value, StringComparer.Ordinal)
            ? value
            : throw StripeFailure.Invalid($"Invalid {path}: must be one of {string.Join(", ", allowed)}", parameter: path);
    }

    private static string TextAt(Form form, string path, int maxLength)
    {
        var value = Filled(form, path);
        return value.Length <= maxLength
            ? value
            : throw StripeFailure.Invalid($"Invalid string: must be at most {maxLength} characters",
                "parameter_invalid_string_length", path);
    }

    private static long IntegerAt(Form form, string path)
    {
        var value = Filled(form, path);
        return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw StripeFailure.Invalid($"Invalid integer: {value}", "parameter_invalid_integer", path);
    }

    private static string Filled(Form form, string path) => form.Value switch
    {
        null => throw StripeFailure.Invalid($"Invalid string: {{{string.Join(", ", form.Children.Select(child => child.Key))}}}",
            parameter: path),
        "" => throw StripeFailure.Invalid(
            $"You passed an empty string for '{path}'. We assume empty values are an attempt to unset a parameter; " +
            $"however '{path}' cannot be unset. " +
            $"You should remove '{path}' from your request or supply a non-empty value.",
            "parameter_invalid_empty", path),
        var value => value,
    };

    private static Form IsTree(Form form, string path) => form.Value is null
        ? form
        : throw StripeFailure.Invalid($"Invalid object: {form.Value}", "parameter_invalid_object", path);
}
