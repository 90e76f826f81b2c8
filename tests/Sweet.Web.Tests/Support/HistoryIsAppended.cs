using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sweet.Web.Tests.Support;

/// <summary>Fails any test in which a row of the history, or a document, is changed or deleted, by whatever path: nothing but a new row is written there.</summary>
public sealed partial class HistoryIsAppended : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Check(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Check(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Check(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public static void Check(string statement)
    {
        if (Change().IsMatch(statement)) throw new InvalidOperationException($"The history is changed: {statement}");
    }

    // As SQLite names the table, as SQL Server does, and as the latter names it behind an alias.
    [GeneratedRegex(
        """\b(UPDATE|DELETE FROM)\s+(["\[](History|Documents)["\]]|(?<alias>\[\w+\])[^;]*?\bFROM \[(History|Documents)\] AS \k<alias>)""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Change();
}
