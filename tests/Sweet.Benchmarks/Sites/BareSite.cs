using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Sweet.Benchmarks.Sites;

/// <summary>
/// What a page and a registration cost at the least: Kestrel with one endpoint that sends the same bytes, compressed ahead, under the
/// same head; and one that writes the rows of a registration in one transaction of plain ADO.NET, as durably as the site.
/// </summary>
internal static class BareSite
{
    public const string Verb = "bare";

    /// <param name="page">A file with the head and the body that the site sends.</param>
    public static Task<ServerProcess> Start(string page, string form, string database) =>
        ServerProcess.Start(
            Assembly.GetExecutingAssembly().Location, [Verb, page, form, database], new Dictionary<string, string>(StringComparer.Ordinal), "/");

    /// <summary>In the process that <see cref="Start"/> starts.</summary>
    public static async Task Run(string page, string form, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        var kept = RecordedAnswer.Read(page);
        var shown = RecordedAnswer.Read(form);
        Create(database);
        app.MapGet("/", kept.WriteTo);
        app.MapGet("/form", shown.WriteTo);
        app.MapPost("/form", async (HttpContext http) =>
        {
            var typed = await http.Request.ReadFormAsync();
            Register(database, typed["Email"].ToString(), typed["FirstName"].ToString(), typed["LastName"].ToString());
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = "/";
        });
        await app.RunAsync();
    }

    private static void Create(string database)
    {
        using var connection = Open(database);
        Execute(connection, """
            PRAGMA journal_mode=WAL;
            CREATE TABLE IF NOT EXISTS Cohort (Id INTEGER PRIMARY KEY, Taken INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS Purchase (Id INTEGER PRIMARY KEY, Total INTEGER NOT NULL, At TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS Story (Id INTEGER PRIMARY KEY, StudentId INTEGER NOT NULL, Text TEXT NOT NULL, At TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS Student (Id INTEGER PRIMARY KEY, CohortId INTEGER NOT NULL, PurchaseId INTEGER NOT NULL,
                Email TEXT NOT NULL, FirstName TEXT NOT NULL, LastName TEXT NOT NULL, Token TEXT NOT NULL);
            CREATE UNIQUE INDEX IF NOT EXISTS ByEmail ON Student (CohortId, Email);
            CREATE UNIQUE INDEX IF NOT EXISTS ByToken ON Student (Token);
            CREATE TABLE IF NOT EXISTS Letter (Id INTEGER PRIMARY KEY, StudentId INTEGER NOT NULL, Text TEXT NOT NULL);
            INSERT OR IGNORE INTO Cohort VALUES (1, 0);
            """);
    }

    private static void Register(string database, string email, string firstName, string lastName)
    {
        using var connection = Open(database);
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, "UPDATE Cohort SET Taken = Taken + 1 WHERE Id = 1");
        var now = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var purchase = Insert(connection, "INSERT INTO Purchase (Total, At) VALUES (49700, $at)", ("$at", now));
        var student = Insert(
            connection,
            """
            INSERT INTO Student (CohortId, PurchaseId, Email, FirstName, LastName, Token)
            VALUES (1, $purchase, $email, $first, $last, $token)
            """,
            ("$purchase", purchase), ("$email", email), ("$first", firstName), ("$last", lastName), ("$token", Guid.NewGuid().ToString("N")));
        Insert(connection, "INSERT INTO Story (StudentId, Text, At) VALUES ($student, 'held', $at)", ("$student", student), ("$at", now));
        Insert(connection, "INSERT INTO Letter (StudentId, Text) VALUES ($student, $text)", ("$student", student), ("$text", Letter));
        transaction.Commit();
    }

    private static readonly string Letter = new('x', 8_000);

    // Synchronous FULL is what SQLite does unless it is told otherwise.
    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=True;Default Timeout=60");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Insert(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql + " RETURNING Id";
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return (long)command.ExecuteScalar()!;
    }
}
