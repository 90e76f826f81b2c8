using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Sweet.Web.Data;

internal static class ConnectionText
{
    /// <summary>Whether the provider can read the connection string; whether a database answers there is another question.</summary>
    public static bool IsReadableBy(DatabaseProvider provider, string connection)
    {
        try
        {
            DbConnectionStringBuilder read = provider == DatabaseProvider.SqlServer
                ? new SqlConnectionStringBuilder(connection)
                : new SqliteConnectionStringBuilder(connection);
            return read.Count > 0;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The builders' only way to say that a keyword or a value is none of theirs.
            return false;
        }
    }
}
