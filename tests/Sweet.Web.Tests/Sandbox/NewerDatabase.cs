using Microsoft.Data.Sqlite;

namespace Sweet.Web.Tests.Sandbox;

internal static class NewerDatabase
{
    /// <summary>A database that names a migration which nobody has written yet.</summary>
    public static void In(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "sweet.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT NOT NULL);
            INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_FromTheFuture', '99.0.0');
            """;
        command.ExecuteNonQuery();
    }
}
