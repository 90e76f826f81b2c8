using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Sweet.Web.Data;
using Sweet.Web.Data.Keys;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Hosting;
using Sweet.Web.Restoring;
using Sweet.Web.Wording;

namespace Sweet.Web.Commands;

public sealed partial class ServeCommand : Command
{
    public override string Verb => "";

    public override string Purpose => "serves the site";

    public override async Task<int> Run(WebApplication app)
    {
        if (MachineNeeds.Missing() is { } missing) throw new StartRefusedException(missing);

        // What reads Markdown is loaded beside the database, and not by the first reader.
        var firstText = Task.Run(() => MarkdownText.Render("A [link](/) and a note[^1].\n\n[^1]: Its text."));
        await PrepareSchema(app);
        await firstText;
        SayWhatIsNotProtected(app);
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartRefusedException(e.Message);
        }
    }

    private static async Task PrepareSchema(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var schema = ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider);
        var migrates = database.MigrateAtStart ?? (database.Provider == DatabaseProvider.Sqlite && !app.Environment.IsProduction());

        if (migrates)
            foreach (var line in await schema.BringUpToDateIfBehind(CancellationToken.None)) SchemaNews(app.Logger, line);
        else
            await schema.RequireCurrent(CancellationToken.None);
        await RefuseBeforeReconciliation(scope.ServiceProvider.GetRequiredService<EndOfRestoration>());
    }

    private static void SayWhatIsNotProtected(WebApplication app)
    {
        var hasCertificate = !string.IsNullOrEmpty(app.Services.GetRequiredService<IOptions<KeysOptions>>().Value.CertificateFile);
        if (app.Environment.IsProduction() && !hasCertificate) KeysArePlain(app.Logger);
    }

    // Seats that were paid for after the copy was made look free in it: they would be sold a second time.
    private static async Task RefuseBeforeReconciliation(EndOfRestoration end)
    {
        if (await end.IsAwaited(CancellationToken.None))
            throw new StartRefusedException(
                "A copy of the database was restored and not compared with Stripe yet: run it once with the verb reconcile.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{News}")]
    private static partial void SchemaNews(ILogger log, string news);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of cookies and forms are not encrypted in the database: "
        + "anyone who reads it could forge a cookie. Set DataProtection:CertificateFile")]
    private static partial void KeysArePlain(ILogger log);
}
