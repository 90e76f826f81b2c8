using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data.Sqlite;
using Sweet.Web.Hosting;

namespace Sweet.Web.Data.Migrating;

/// <summary>Compares the migrations that the database has with those that this version of the site brings.</summary>
public sealed class Schema(SweetDbContext db)
{
    public async Task<SchemaState> State(CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return !applied.IsSubsetOf(known) ? SchemaState.Newer
            : known.IsSubsetOf(applied) ? SchemaState.Current
            : SchemaState.Behind;
    }

    /// <returns>What somebody should know, line by line.</returns>
    /// <exception cref="StartRefusedException">The database is newer than the site, or does not answer.</exception>
    public Task<IReadOnlyList<string>> BringUpToDate(CancellationToken ct) => Answering<IReadOnlyList<string>>(async () =>
    {
        if (await State(ct) == SchemaState.Newer)
            throw Newer();

        return await WithAdvice(await db.MigrateAlone(ct), ct);
    });

    /// <summary>
    /// As <see cref="BringUpToDate"/>, for each start: EF Core is asked only where something is behind. It would build two models, the
    /// site's and the migrations', to compare them, which is a part of every start that can be felt.
    /// </summary>
    /// <inheritdoc cref="BringUpToDate" path="/returns"/>
    /// <inheritdoc cref="BringUpToDate" path="/exception"/>
    public Task<IReadOnlyList<string>> BringUpToDateIfBehind(CancellationToken ct) => Answering(async () =>
        await State(ct) == SchemaState.Current ? await WithAdvice([], ct) : await BringUpToDate(ct));

    /// <exception cref="StartRefusedException">The schema is behind or newer, or the database does not answer.</exception>
    public Task RequireCurrent(CancellationToken ct) => Answering(async () =>
    {
        if (db.File() is { } file && DatabasePlace.ComplaintAbout(file) is { } complaint)
            throw new StartRefusedException(complaint);

        return await State(ct) switch
        {
            SchemaState.Newer => throw Newer(),
            SchemaState.Behind => throw new StartRefusedException(
                "The database's schema is behind this version of Sweet, and the site does not migrate by itself here: "
                + "run it once with the verb migrate."),
            _ => true,
        };
    });

    private async Task<IReadOnlyList<string>> WithAdvice(IReadOnlyList<string> news, CancellationToken ct) =>
        await db.Complaint(ct) is { } advice ? [.. news, advice] : news;

    private static StartRefusedException Newer() =>
        new("The database was written by a newer version of Sweet: start that version, or restore a backup made before it.");

    private static async Task<T> Answering<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (TimeoutException e)
        {
            throw new StartRefusedException(e.Message);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                "The database cannot be opened; check ConnectionStrings:Sweet, and the permissions on the file or server. "
                + $"It says: {e.Message}");
        }
    }
}

public enum SchemaState
{
    Current,
    Behind,
    Newer,
}
