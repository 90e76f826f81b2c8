namespace Sweet.Web.Data;

public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Statements in one batch on SQL Server; 1 avoids MERGE, which some servers lack. Null: the provider's own.</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary>Brings the schema up to date at the start. Null: on SQLite, outside Production. Refused in Production.</summary>
    public bool? MigrateAtStart { get; set; }
}

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}
