using Sweet.Sandbox.Demonstration;
using Sweet.Web.Data;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Hosting;

namespace Sweet.Sandbox.Launcher;

/// <summary>The site's own database code, run here before and while the site starts.</summary>
internal sealed class SandboxDatabase : IAsyncDisposable
{
    private readonly WebApplication app;

    public SandboxDatabase(SandboxFolder folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Database:Provider"] = nameof(DatabaseProvider.Sqlite);
        builder.Configuration["ConnectionStrings:Sweet"] = SiteSettings.ConnectionString(folder);
        builder.AddData();
        app = builder.Build();
    }

    /// <exception cref="StartRefusedException">The database is newer than this version, or cannot be opened.</exception>
    public async Task Migrate(CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).BringUpToDate(ct);
    }

    /// <summary>Gives a new database its first content.</summary>
    public async Task Fill(TimeProvider clock, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await DemonstrationData.Seed(scope.ServiceProvider.GetRequiredService<SweetDbContext>(), clock.GetUtcNow().UtcDateTime, ct);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
