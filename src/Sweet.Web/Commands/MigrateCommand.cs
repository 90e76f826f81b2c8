using Sweet.Web.Data;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Commands;

public sealed class MigrateCommand : Command
{
    public override string Verb => "migrate";

    public override string Purpose => "brings the database's schema up to date";

    public override bool NeedsDatabaseOnly => true;

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var news = await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).BringUpToDate(CancellationToken.None);
        foreach (var line in news) await Console.Out.WriteLineAsync(line);
        var place = scope.ServiceProvider.GetRequiredService<SweetDbContext>().File();
        await Console.Out.WriteLineAsync($"The database's schema is up to date{(place is null ? "" : $": {place}")}.");
        return 0;
    }
}
