using Microsoft.Data.Sqlite;

namespace Sweet.Experiments.Support;

/// <summary>The database as a file, read without any code of the site.</summary>
internal sealed class Rows(string database)
{
    public long Count(string sql) => (long)Read(sql, reader => reader.GetInt64(0)).Single();

    /// <summary>One line a row: its columns, parted by a space.</summary>
    public IReadOnlyList<string> Lines(string sql) =>
        Read(sql, reader => string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(n => reader.GetValue(n))));

    public IReadOnlyList<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object Value)[] parameters)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False;Mode=ReadOnly;Default Timeout=5");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the experiments' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}
