using System.Security.Cryptography;
using System.Text;

namespace Sweet.Web.Features.Staff.Shared.Versions;

/// <summary>One field of a form as it is typed: two versions of a form are compared field by field.</summary>
/// <param name="Name">As it is posted: "Meetings[2].Date".</param>
public sealed record FormField(string Name, string Label, string? Value)
{
    private const int PrintLength = 12;

    public string Text => Value ?? "";

    /// <summary>What a person reads in place of it, where it is a number or a mark; null: it says itself.</summary>
    public string? Words { get; init; }

    internal string Shown => Words ?? Text;

    /// <summary>What a form carries of the version that it shows, to tell later who has changed what.</summary>
    public static string PrintsOf(IEnumerable<FormField> fields) => string.Join(' ', fields.Select(f => $"{f.Name}={Print(f.Text)}"));

    internal static Dictionary<string, string> ReadPrints(string? prints) =>
        (prints ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(print => print.Split('=', 2))
            .Where(print => print.Length == 2)
            .DistinctBy(print => print[0], StringComparer.Ordinal)
            .ToDictionary(print => print[0], print => print[1], StringComparer.Ordinal);

    internal static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..PrintLength];
}
