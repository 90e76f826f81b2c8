using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Data.Sqlite;

namespace Sweet.Web.Tests.Support;

/// <summary>A migrated database of one test's own, gone when the test is over.</summary>
public abstract class TestDatabase : IDisposable
{
    /// <summary>Holds a connection string if the suite is to run on a SQL Server.</summary>
    public const string SqlServerVariable = "SWEET_TEST_SQLSERVER";

    public abstract string Provider { get; }

    public abstract string ConnectionString { get; }

    public static TestDatabase Create() =>
        Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } server ? new OnSqlServer(server) : new OnSqlite();

    public static TestDatabase CreateSqlite() => new OnSqlite();

    public abstract void Dispose();

    private sealed class OnSqlite : TestDatabase
    {
        private static readonly Lazy<string> Template = new(CreateTemplate);
        private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"sweet-tests-{Environment.ProcessId}");

        private readonly string file = NewFile();

        public OnSqlite() => File.Copy(Template.Value, file);

        public override string Provider => nameof(DatabaseProvider.Sqlite);

        public override string ConnectionString => $"Data Source={file};Default Timeout=30";

        public override void Dispose()
        {
            using (var connection = new SqliteConnection(ConnectionString)) SqliteConnection.ClearPool(connection);
            foreach (var part in (string[])["", "-wal", "-shm"]) File.Delete(file + part);
        }

        private static string NewFile() => Path.Combine(Folder, $"{Guid.NewGuid():n}.db");

        // Migrating takes a second, copying a millisecond.
        private static string CreateTemplate()
        {
            Directory.CreateDirectory(Folder);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
            var template = NewFile();
            var options = new DbContextOptionsBuilder<SqliteSweetDbContext>().UseSqlite($"Data Source={template};Pooling=False");
            using var gate = new WriteGate();
            using var db = new SqliteSweetDbContext(options.Options, gate);
            db.Database.Migrate();
            return template;
        }
    }

    private sealed class OnSqlServer : TestDatabase
    {
        private readonly SqlConnectionStringBuilder connection;

        public OnSqlServer(string server)
        {
            connection = new SqlConnectionStringBuilder(server) { InitialCatalog = $"sweet_test_{Guid.NewGuid():n}" };
            using var db = Context();
            db.Database.Migrate();
        }

        public override string Provider => nameof(DatabaseProvider.SqlServer);

        public override string ConnectionString => connection.ConnectionString;

        public override void Dispose()
        {
            using (var pooled = new SqlConnection(ConnectionString)) SqlConnection.ClearPool(pooled);
            using var db = Context();
            db.Database.EnsureDeleted();
        }

        private SqlServerSweetDbContext Context() =>
            new(new DbContextOptionsBuilder<SqlServerSweetDbContext>().UseSqlServer(ConnectionString).Options);
    }
}
