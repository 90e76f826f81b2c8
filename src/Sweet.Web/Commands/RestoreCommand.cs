using Sweet.Web.Data.Sqlite;
using Sweet.Web.Hosting;

namespace Sweet.Web.Commands;

/// <param name="file">The copy; empty in the list of verbs.</param>
public sealed class RestoreCommand(string file = "", bool overwrites = false) : Command
{
    public override string Verb => "restore";

    public override string Usage => "restore FILE [--overwrite]";

    public override string Purpose => "replaces the SQLite database with a copy; run reconcile next";

    public override bool NeedsDatabaseOnly => true;

    public override Command? With(CommandWords words) =>
        words.Plain is [var name] && words.Named.Keys.All(k => k == "--overwrite")
            ? new RestoreCommand(name, words.Named.Count == 1)
            : null;

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var restored = await Restore(ActivatorUtilities.CreateInstance<SqliteCopies>(scope.ServiceProvider));
        await Console.Out.WriteLineAsync(
            $"The copy knows of nothing after {restored.CopiedAtUtc:yyyy-MM-dd HH:mm:ss} UTC. "
            + $"It is in place; {restored.Withheld} emails that may have left since are withheld.");
        if (restored.Replaced is { } replaced) await Console.Out.WriteLineAsync($"The database that was there is {replaced}.");
        await Console.Out.WriteLineAsync(
            "Next: the verb reconcile finds at Stripe what the copy does not know. The site does not open before.");
        return 0;
    }

    private async Task<RestoredCopy> Restore(SqliteCopies copies)
    {
        try
        {
            return await copies.Restore(file, overwrites, CancellationToken.None);
        }
        catch (CopyRefusedException refusal)
        {
            throw new StartRefusedException(refusal.Message);
        }
    }
}
