using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sweet.Benchmarks.Sites;

/// <summary>Years of an institute: copies of the demonstration's rows, in one transaction.</summary>
internal static class GrownDatabase
{
    private const int Articles = 5_000;
    private const int Cohorts = 200;
    private const int Enrollments = 100_000;
    private const int OfOneCohort = 10_000;
    private const int RowsOfAnEnrollment = 5;

    /// <summary>Five years, over which the registrations are spread.</summary>
    private const int Days = 1826;

    /// <summary>New ids begin here, above those of the demonstration.</summary>
    private const int First = 1_000_000;

    public static void Fill(string database, string cohort)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; BEGIN IMMEDIATE;");
        var enrollment = Id(connection, "SELECT Id FROM Enrollments WHERE Status = 'Confirmed' AND Id IN (SELECT EnrollmentId FROM Orders)");
        var into = Id(connection, $"SELECT Id FROM Cohorts WHERE Reference = '{cohort}'");
        Copy(connection, "Articles", "Id = (SELECT Id FROM Articles WHERE Status = 'Published' LIMIT 1)", Articles, new()
        {
            ["Slug"] = "'article-' || n.i",
            ["PublishedAtUtc"] = "datetime(t.PublishedAtUtc, '-' || n.i || ' minutes')",
        });
        Copy(connection, "Cohorts", $"Id = {into}", Cohorts, new()
        {
            ["Reference"] = "'GROWN-' || n.i",
            ["Status"] = "'Completed'",
            ["SeatsTaken"] = "0",
            ["FirstClassAtUtc"] = "datetime(t.FirstClassAtUtc, '-' || (n.i + 10) || ' days', '-1 year')",
            ["LastClassEndsAtUtc"] = "datetime(t.LastClassEndsAtUtc, '-' || (n.i + 10) || ' days', '-1 year')",
        });
        Students(connection, enrollment, into);
        Execute(connection, $"UPDATE Cohorts SET SeatsTaken = SeatsTaken + {OfOneCohort} WHERE Id = {into}; COMMIT; PRAGMA optimize;");
    }

    private static void Students(SqliteConnection connection, long enrollment, long into)
    {
        Copy(connection, "Enrollments", $"Id = {enrollment}", Enrollments, new()
        {
            ["CohortId"] = $"CASE WHEN n.i < {OfOneCohort} THEN {into} ELSE {First} + n.i % {Cohorts} END",
            ["Number"] = "'GROWN-' || n.i",
            ["LinkToken"] = "lower(hex(randomblob(16)))",
            ["CalendarToken"] = "lower(hex(randomblob(16)))",
            ["MailedToken"] = "NULL",
            ["MailedCalendarToken"] = "NULL",
            ["Email"] = "'grown' || n.i || '@example.org'",
            ["EmailKey"] = "'grown' || n.i || '@example.org'",
            ["SearchKey"] = "' sample ann grown-' || n.i || ' grown' || n.i || ' example org'",
            ["CreatedAtUtc"] = $"datetime(t.CreatedAtUtc, '-' || (n.i % {Days}) || ' days')",
        });
        Copy(connection, "Orders", $"EnrollmentId = {enrollment}", Enrollments, new() { ["EnrollmentId"] = $"{First} + n.i" });
        Copy(connection, "History", $"EnrollmentId = {enrollment}", Enrollments * RowsOfAnEnrollment, new() { ["EnrollmentId"] = $"{First} + n.i / {RowsOfAnEnrollment}" });
        Copy(connection, "Messages", "EnrollmentId IS NOT NULL", Enrollments * RowsOfAnEnrollment, new()
        {
            ["EnrollmentId"] = $"{First} + n.i / {RowsOfAnEnrollment}",
            ["Fact"] = "'grown ' || n.i",
            ["Reference"] = "'grown' || n.i",
            ["LimitKey"] = "NULL",
            ["Status"] = "'Sent'",
            ["Html"] = "substr(t.Html, 1, 200)",
            ["Text"] = "substr(t.Text, 1, 200)",
            ["Calendar"] = "NULL",
        });
    }

    private static void Copy(SqliteConnection connection, string table, string which, int count, Dictionary<string, string> changed)
    {
        var columns = Columns(connection, table);
        var values = columns.Select(column => column == "Id" ? $"{First} + n.i" : changed.GetValueOrDefault(column, $"t.\"{column}\""));
        var rows = Execute(connection, $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count.ToString(CultureInfo.InvariantCulture)})
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM n, (SELECT * FROM "{table}" WHERE {which} LIMIT 1) AS t
            """);
        if (rows != count) throw new InvalidOperationException($"{table}: {rows} rows instead of {count}.");
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private static long Id(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(command.ExecuteScalar() ?? throw new InvalidOperationException($"Nothing to copy: {sql}"));
    }

    private static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command.ExecuteNonQuery();
    }
}
