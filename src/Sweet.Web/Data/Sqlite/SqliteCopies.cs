using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Domain.Restoring;
using Sweet.Web.Data.Migrating;

namespace Sweet.Web.Data.Sqlite;

/// <summary>Copies of the SQLite database: made while the site runs, and put back in its place.</summary>
public sealed class SqliteCopies(SweetDbContext db, TimeProvider clock)
{
    /// <summary>Writes a copy of one moment, however much is written meanwhile. Writers do not wait for it.</summary>
    /// <exception cref="CopyRefusedException">It is no SQLite database, or the file exists.</exception>
    public async Task BackUp(string file, CancellationToken ct)
    {
        var database = new SqliteFile(PathOf());
        if (!database.Exists) throw new CopyRefusedException($"There is no database at {database.Path}.");

        var copy = new SqliteFile(Path.GetFullPath(file));
        if (copy.Exists) throw new CopyRefusedException($"{copy.Path} already exists, and is left as it is. Name another file.");
        if (!Directory.Exists(Path.GetDirectoryName(copy.Path)))
            throw new CopyRefusedException($"There is no folder {Path.GetDirectoryName(copy.Path)}.");

        // Under its name stands nothing that is not whole.
        var part = new SqliteFile($"{copy.Path}.part");
        part.Delete();
        DatabasePlace.MakeForOwner(part.Path);
        await database.CopyTo(part, ct);
        await part.Check(ct);
        part.Flush();
        part.MoveTo(copy);
    }

    /// <summary>Puts a copy in the database's place, brings its schema up to date, and notes in it that this was done.</summary>
    /// <exception cref="CopyRefusedException">Nothing was changed; the message says why.</exception>
    public async Task<RestoredCopy> Restore(string file, bool overwrites, CancellationToken ct)
    {
        var copy = new SqliteFile(Path.GetFullPath(file));
        var database = new SqliteFile(PathOf());
        if (!copy.Exists) throw new CopyRefusedException($"There is no copy at {copy.Path}.");
        if (copy.Path == database.Path) throw new CopyRefusedException("The copy is the database itself.");
        if (database.HasAnyPart && !overwrites)
            throw new CopyRefusedException(
                $"A database is at {database.Path}. To put the copy in its place, say --overwrite; the old one is kept beside it.");
        if (database.Exists) await database.InsistThatNobodyUsesIt(ct);

        var part = new SqliteFile($"{database.Path}.restoring");
        var note = await Prepare(copy, part, ct);
        var replaced = database.HasAnyPart ? new SqliteFile($"{database.Path}.replaced-{note.RestoredAtUtc:yyyyMMdd'T'HHmmss'Z'}") : null;
        if (replaced is not null) database.MoveTo(replaced);
        part.MoveTo(database);
        return new RestoredCopy(note.CopiedAtUtc, note.WithheldMessages, replaced?.Path);
    }

    private async Task<Restoration> Prepare(SqliteFile copy, SqliteFile part, CancellationToken ct)
    {
        part.Delete();
        try
        {
            DatabasePlace.MakeForOwner(part.Path);
            await copy.CopyTo(part, ct);
            await part.Check(ct);
            var note = await BringUpToDate(part, ct);
            part.Flush();
            return note;
        }
        catch (CopyRefusedException)
        {
            part.Delete();
            throw;
        }
    }

    private async Task<Restoration> BringUpToDate(SqliteFile part, CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<SqliteSweetDbContext>().UseSqlite(part.ConnectionString).Options;
        using var gate = new WriteGate();
        await using var restored = new SqliteSweetDbContext(options, gate);
        if ((await restored.Database.GetAppliedMigrationsAsync(ct)).Except(restored.Database.GetMigrations(), StringComparer.Ordinal).Any())
            throw new CopyRefusedException("The copy was written by a newer version of Sweet: restore it with that version.");

        // The copy may hold the lock of a migration that was interrupted.
        await restored.MigrateAlone(ct);
        return await restored.InTransaction(
            async transaction =>
            {
                var withheld = await restored.Messages.Where(m => m.Status == MessageStatus.Queued).ToListAsync(ct);
                foreach (var message in withheld) message.Withhold(WithheldReason.MayHaveLeft);
                var note = new Restoration(await LastKnown(restored, ct), withheld.Count, clock.GetUtcNow().UtcDateTime);
                restored.Restorations.Add(note);
                await transaction.SaveAndCommit(ct);
                return note;
            },
            ct);
    }

    private async Task<DateTime> LastKnown(SqliteSweetDbContext restored, CancellationToken ct)
    {
        DateTime?[] moments =
        [
            await restored.History.MaxAsync(h => (DateTime?)h.AtUtc, ct),
            await restored.Messages.MaxAsync(m => (DateTime?)m.QueuedAtUtc, ct),
            await restored.ReconciliationRuns.MaxAsync(r => (DateTime?)r.StartedAtUtc, ct),
        ];
        return moments.Max() ?? clock.GetUtcNow().UtcDateTime;
    }

    private string PathOf() =>
        db.File()
            ?? throw new CopyRefusedException(
                "The database is on SQL Server, which makes and restores its copies itself: docs/operations.md has the commands.");
}

/// <param name="CopiedAtUtc">The last thing that the copy knows of.</param>
/// <param name="Replaced">Where the database is that was there before, or null if there was none.</param>
public sealed record RestoredCopy(DateTime CopiedAtUtc, int Withheld, string? Replaced);

/// <summary>A copy cannot be made or put back; the message says why in one line.</summary>
public sealed class CopyRefusedException(string message) : Exception(message);
