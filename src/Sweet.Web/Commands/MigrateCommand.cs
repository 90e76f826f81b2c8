using Sweet.Web.Data.Migrating;

namespace Sweet.Web.Commands;

public sealed class MigrateCommand : Command
{
    public override string Verb => "migrate";

    public override string Purpose => "brings the database's schema up to date";

    public override bool NeedsDatabaseOnly => true;

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).BringUpToDate(CancellationToken.None);
        await Console.Out.WriteLineAsync("The database's schema is up to date.");
        return 0;
    }
}
