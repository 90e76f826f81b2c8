using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Sweet.Web.Tests.Database;

/// <summary>Wraps a statement so that the model of a schema looks at its names.</summary>
internal static class SqlServerProcedure
{
    public static string Of(string name, string sql, IEnumerable<DbParameter> parameters) =>
        $"CREATE PROCEDURE [{name}] {string.Join(", ", parameters.Cast<SqlParameter>().Select(Declared))} AS BEGIN {sql} END;";

    private static string Declared(SqlParameter parameter) => $"{parameter.ParameterName} {Type(parameter)}";

    private static string Type(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar => "nvarchar(max)",
        SqlDbType.Decimal => "decimal(18, 2)",
        var plain => plain.ToString().ToLowerInvariant(),
    };
}
