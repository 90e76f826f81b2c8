using Sweet.Sandbox.Demonstration;
using Sweet.Web.Data;
using Sweet.Web.Hosting;

namespace Sweet.Sandbox.Launcher;

/// <summary>Brings the database up to date, and fills a new one, before the site opens it.</summary>
internal static class SandboxDatabase
{
    /// <exception cref="StartRefusedException">The database is newer than this version, or cannot be opened.</exception>
    public static async Task Prepare(SandboxFolder folder, TimeProvider clock, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Database:Provider"] = nameof(DatabaseProvider.Sqlite);
        builder.Configuration["ConnectionStrings:Sweet"] = SiteSettings.ConnectionString(folder);
        builder.AddData();

        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).BringUpToDate(ct);
        await DemonstrationData.Seed(scope.ServiceProvider.GetRequiredService<SweetDbContext>(), clock.GetUtcNow().UtcDateTime, ct);
    }
}
