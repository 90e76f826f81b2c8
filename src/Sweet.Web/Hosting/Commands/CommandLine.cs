namespace Sweet.Web.Hosting.Commands;

public static class CommandLine
{
    private static readonly Command[] Verbs = [new MigrateCommand(), new ReconcileCommand()];

    /// <summary>The command that the arguments name; none: serve the site. Settings (--key value, --key=value) may stand before and after.</summary>
    /// <exception cref="StartRefusedException">The verb is not known.</exception>
    public static Command Read(string[] args)
    {
        var words = WordsIn(args).ToArray();
        if (words.Length == 0)
            return new ServeCommand();

        return Array.Find(Verbs, v => words.Length == 1 && v.Verb == words[0])
            ?? throw new StartRefusedException(Usage, StartRefusedException.Misused);
    }

    private static string Usage =>
        "Usage: Sweet.Web [verb] [--setting value]; without a verb the site is served. Verbs: "
        + string.Join("; ", Verbs.Select(v => $"{v.Verb}, {v.Purpose}"));

    private static IEnumerable<string> WordsIn(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var isSetting = args[i].StartsWith('-') || args[i].StartsWith('/') || args[i].Contains('=', StringComparison.Ordinal);
            if (!isSetting)
                yield return args[i];
            else if (!args[i].Contains('=', StringComparison.Ordinal))
                i++;
        }
    }
}
