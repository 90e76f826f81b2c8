using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Staff.PersonDownloads;

/// <summary>What a program reads by its name, as a person reads it.</summary>
internal static partial class WordsForPeople
{
    private const string Utc = "Utc";

    /// <summary>"SocialWorker" reads as "social worker".</summary>
    public static JsonConverter OfStates => new JsonStringEnumConverter(new States());

    /// <summary>"November 30, 2026, 12:50 am UTC"</summary>
    public static JsonConverter OfMoments => new Moments();

    /// <summary>"nameOnCertificate" reads as "Name on certificate".</summary>
    public static string Label(string name)
    {
        var words = Apart(name.EndsWith(Utc, StringComparison.Ordinal) ? name[..^Utc.Length] : name);
        return char.ToUpperInvariant(words[0]) + words[1..].Replace("stripe", "Stripe", StringComparison.Ordinal);
    }

    private static string Apart(string name) => Capital().Replace(name, sign => $" {sign.Value.ToLowerInvariant()}");

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Capital();

    private sealed class States : JsonNamingPolicy
    {
        public override string ConvertName(string name) => Apart(name).ToLowerInvariant()
            .Replace("cancelled", "canceled", StringComparison.Ordinal).Replace("stripe", "Stripe", StringComparison.Ordinal);
    }

    private sealed class Moments : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("The file is only written.");

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("MMMM d, yyyy, h:mm tt", CultureInfo.GetCultureInfo(Institute.Language))
                .Replace("AM", "am", StringComparison.Ordinal).Replace("PM", "pm", StringComparison.Ordinal) + " UTC");
    }
}
