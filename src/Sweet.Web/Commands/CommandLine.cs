using Sweet.Web.Hosting;

namespace Sweet.Web.Commands;

public static class CommandLine
{
    private static readonly Command[] Verbs =
    [
        new MigrateCommand(), new ReconcileCommand(), new BackupCommand(), new RestoreCommand(), new CasesCommand(), new HoldsCommand(),
        new InviteStaffCommand(), new SetupCommand(),
    ];

    /// <summary>The command that the arguments name; none: serve the site.</summary>
    /// <exception cref="StartRefusedException">The verb is not known, or what stands behind it is not what it takes.</exception>
    public static Command Read(string[] args)
    {
        if (CommandWords.Read(args) is not { } words) return new ServeCommand();

        return Array.Find(Verbs, v => v.Verb == words.Verb)?.With(words)
            ?? throw new StartRefusedException(Usage, StartRefusedException.Misused);
    }

    private static string Usage =>
        "Usage: Sweet.Web [verb] [--setting value]; without a verb the site is served. Verbs: "
        + string.Join("; ", Verbs.Select(v => $"{v.Usage}, {v.Purpose}"));
}
