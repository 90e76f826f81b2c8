using Sweet.Web.Data;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Hosting;

namespace Sweet.Web.Commands;

/// <param name="file">Where the copy goes; empty in the list of verbs.</param>
public sealed class BackupCommand(string file = "") : Command
{
    public override string Verb => "backup";

    public override string Usage => "backup FILE";

    public override string Purpose => "writes a consistent copy of the SQLite database, while the site runs or not";

    public override bool NeedsDatabaseOnly => true;

    public override Command? With(CommandWords words) => words is { Plain: [var name], Named.Count: 0 } ? new BackupCommand(name) : null;

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var place = scope.ServiceProvider.GetRequiredService<SweetDbContext>().File();
        try
        {
            await ActivatorUtilities.CreateInstance<SqliteCopies>(scope.ServiceProvider).BackUp(file, CancellationToken.None);
        }
        catch (CopyRefusedException refusal)
        {
            throw new StartRefusedException(refusal.Message);
        }

        await Console.Out.WriteLineAsync($"The copy of {place} is {Path.GetFullPath(file)}; it is whole, and was checked.");
        return 0;
    }
}
