using System.Data.Common;
using System.Text.RegularExpressions;
using Sweet.Web.Data.Erasing;

namespace Sweet.Web.Tests.Support;

/// <summary>Fails any test in which a row of the history, or a document, is changed or deleted, by whatever path: nothing but a new row is written there.</summary>
public sealed partial class HistoryIsAppended : StatementWatch
{
    protected override void Check(DbCommand command) => Check(command.CommandText);

    public static void Check(string statement)
    {
        if (Change().IsMatch(statement) && !IsErasure(statement)) throw new InvalidOperationException($"The history is changed: {statement}");
    }

    // The one exception: it says so itself, and blanks what was before, after and noted. When, who and of what kind stay.
    private static bool IsErasure(string statement)
    {
        if (!statement.StartsWith(HistoryErasure.Mark, StringComparison.Ordinal)) return false;

        var set = SetPart().Match(statement).Groups["set"].Value;
        return set.Length > 0 && Column().Matches(set).All(column => column.Groups["name"].Value is "From" or "To" or "Note");
    }

    [GeneratedRegex("""\bSET\b(?<set>.*?)(\bWHERE\b|\bFROM \[History\])""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SetPart();

    [GeneratedRegex("""["\[](?<name>\w+)["\]] = """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Column();

    // As SQLite names the table, as SQL Server does, and as the latter names it behind an alias.
    [GeneratedRegex(
        """\b(UPDATE|DELETE FROM)\s+(["\[](History|Documents)["\]]|(?<alias>\[\w+\])[^;]*?\bFROM \[(History|Documents)\] AS \k<alias>)""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Change();
}
