using System.ComponentModel;
using System.Net.Mail;
using System.Reflection;

namespace Sweet.Web.Hosting.Settings;

/// <summary>Collects what is wrong with the settings, to tell all of it at once. Never repeats a value: it may be a secret.</summary>
public sealed class SettingsReview(IConfiguration configuration, bool isProduction)
{
    private readonly List<string> problems = [];

    public bool IsProduction => isProduction;

    public IReadOnlyList<string> Problems => problems;

    public void Refuse(string key, string why) =>
        problems.Add($"{key} ({key.Replace(":", "__", StringComparison.Ordinal)}): {why}");

    /// <summary>Binds a section; text that does not fit its type is refused and its default stays.</summary>
    public T Read<T>(string section)
        where T : class, new()
    {
        var options = new T();
        ReadAll(options, configuration.GetSection(section));
        return options;
    }

    /// <returns>Whether there is a value to look at further.</returns>
    public bool Require(string key, string? value, string what)
    {
        if (!string.IsNullOrWhiteSpace(value))
            return true;

        Refuse(key, $"is missing; {what}");
        return false;
    }

    public void RequireAddress(string key, string? value, string what)
    {
        if (Require(key, value, what) && !IsAddress(value!))
            Refuse(key, "is not an email address");
    }

    /// <summary>An absolute address; in Production with TLS.</summary>
    public void RequireUrl(string key, string? value, string what, bool originOnly = false)
    {
        if (!Require(key, value, what))
            return;

        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            Refuse(key, "is not an absolute address that begins with https://");
        else if (isProduction && url.Scheme != Uri.UriSchemeHttps)
            Refuse(key, "must begin with https:// in Production");
        else if (originOnly && (value!.EndsWith('/') || url.PathAndQuery != "/" || url.Fragment.Length > 0 || url.UserInfo.Length > 0))
            Refuse(key, "must be scheme, host, and port alone, without a slash at the end");
    }

    public void RequireBetween(string key, int value, int least, int most, string unit)
    {
        if (value < least || value > most)
            Refuse(key, $"must be between {least} and {most} {unit}");
    }

    public static bool IsAddress(string value) =>
        MailAddress.TryCreate(value, out var address) && address.Address == value;

    private void ReadAll(object options, IConfigurationSection values)
    {
        foreach (var property in options.GetType().GetProperties().Where(p => p.CanWrite))
            ReadInto(options, property, values.GetSection(property.Name));
    }

    private void ReadInto(object options, PropertyInfo property, IConfigurationSection value)
    {
        var isList = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(List<>);
        var isNested = property.PropertyType.IsClass && property.PropertyType != typeof(string) && !isList;
        if (isList && !string.IsNullOrEmpty(value.Value))
            Refuse(value.Path, $"is a list; give each entry a number of its own, the first is {value.Path}:0");
        else if (isList)
            property.SetValue(options, value.Get(property.PropertyType) ?? property.GetValue(options));
        else if (isNested)
            ReadAll(property.GetValue(options)!, value);
        else if (!string.IsNullOrEmpty(value.Value))
            ReadText(options, property, value);
    }

    private void ReadText(object options, PropertyInfo property, IConfigurationSection value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum && !Enum.GetNames(type).Contains(value.Value, StringComparer.OrdinalIgnoreCase))
            Refuse(value.Path, $"must be one of {string.Join(", ", Enum.GetNames(type))}");
        else if (!TypeDescriptor.GetConverter(type).IsValid(value.Value!))
            Refuse(value.Path, $"must be {Described(type)}");
        else
            property.SetValue(options, TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value.Value!));
    }

    private static string Described(Type type) =>
        type == typeof(TimeSpan) ? "a length of time, such as 00:00:05"
        : type == typeof(bool) ? "true or false"
        : "a whole number";
}
