namespace Sweet.Web.Commands;

/// <param name="Plain">Words without a dash.</param>
/// <param name="Named">Options of verbs, like --because; a switch has an empty value. Settings are not among them.</param>
public sealed record CommandWords(string Verb, IReadOnlyList<string> Plain, IReadOnlyDictionary<string, string> Named)
{
    /// <summary>Everything else with dashes is a setting of the site.</summary>
    private static readonly Dictionary<string, bool> HasValue = new(StringComparer.Ordinal)
    {
        ["--as"] = true,
        ["--because"] = true,
        ["--amount"] = true,
        ["--role"] = true,
        ["--overwrite"] = false,
    };

    public bool AreNone => Plain.Count == 0 && Named.Count == 0;

    /// <returns>Null if there is no word at all: serve the site. Settings (--key value, --key=value) may stand before and after.</returns>
    public static CommandWords? Read(string[] args)
    {
        List<string> words = [];
        Dictionary<string, string> named = new(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (HasValue.TryGetValue(args[i], out var hasValue)) named[args[i]] = hasValue && i + 1 < args.Length ? args[++i] : "";
            else if (!IsSetting(args[i])) words.Add(args[i]);
            else if (!args[i].Contains('=', StringComparison.Ordinal)) i++;
        }

        return words.Count == 0 ? null : new CommandWords(words[0], words[1..], named);
    }

    // A path may begin with a slash too; a setting like /key=value says itself that it is one.
    private static bool IsSetting(string arg) =>
        arg.StartsWith('-') || (arg.Contains('=', StringComparison.Ordinal) && !arg.Contains(' ', StringComparison.Ordinal));
}
