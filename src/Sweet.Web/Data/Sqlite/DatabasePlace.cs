using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Sweet.Web.Data.Sqlite;

/// <summary>Where the database is on disk. A relative path means one place, whatever folder a command is started in.</summary>
public static class DatabasePlace
{
    private const long LeastRoom = 4 * 1024 * 1024;

    /// <summary>A relative path is taken from the folder of the site's own files.</summary>
    public static string WithWholePath(string connection)
    {
        var parts = new SqliteConnectionStringBuilder(connection);
        if (FileOf(parts) is not { } file || Path.IsPathRooted(file)) return connection;

        parts.DataSource = Path.GetFullPath(file, AppContext.BaseDirectory);
        return parts.ToString();
    }

    /// <summary>The whole path of the file; null on SQL Server, and of a database in memory.</summary>
    public static string? File(this DbContext db) =>
        db is SqliteSweetDbContext ? FileIn(db.Database.GetConnectionString()) : null;

    internal static string? FileIn(string? connection) =>
        FileOf(new SqliteConnectionStringBuilder(connection)) is { } file ? Path.GetFullPath(file) : null;

    /// <summary>Why nothing can be read or written there, with what to do; null if nothing stands against it.</summary>
    public static string? ComplaintAbout(string file)
    {
        if (!System.IO.File.Exists(file))
        {
            return $"There is no database at {file}, where ConnectionStrings:Sweet points: correct the path, "
                + "or make a new, empty database there with the verb migrate.";
        }

        var room = new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace;
        return room < LeastRoom ? $"The disk of {file} is full: {room / 1024} KB are free. Make room." : null;
    }

    /// <summary>Personal data is in it: nobody but its owner may read it. What SQLite puts beside it takes over its rights.</summary>
    /// <returns>Whether there was none.</returns>
    public static bool MakeForOwner(string file)
    {
        if (System.IO.File.Exists(file)) return false;

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var made = new FileStream(file, options);
            return true;
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            // Another instance that starts at the same moment was quicker.
            return false;
        }
    }

    private static string? FileOf(SqliteConnectionStringBuilder parts) =>
        parts.Mode == SqliteOpenMode.Memory || parts.DataSource.Length == 0 || parts.DataSource == ":memory:"
            || parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            || parts.DataSource.StartsWith("|DataDirectory|", StringComparison.OrdinalIgnoreCase)
            ? null
            : parts.DataSource;
}
