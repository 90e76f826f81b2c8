using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;

namespace Sweet.Web.Hosting.Logs;

/// <summary>An exception as it may be logged: types, numbers, stack traces, and messages without addresses.</summary>
internal sealed partial class MaskedException(Exception original) : Exception(MessageOf(original))
{
    private const int DeepestInner = 10;
    private const string SqlServerNumber = "HelpLink.EvtID";

    private readonly string text = TextOf(original, depth: 0);

    public override string ToString() => text;

    private static string TextOf(Exception exception, int depth)
    {
        var lines = new StringBuilder(exception.GetType().FullName).Append(": ").Append(MessageOf(exception));
        IEnumerable<Exception> inner = exception is AggregateException several ? several.InnerExceptions
            : exception.InnerException is { } one ? [one] : [];
        if (depth < DeepestInner)
        {
            foreach (var cause in inner)
                lines.AppendLine().Append(" ---> ").Append(TextOf(cause, depth + 1))
                    .AppendLine().Append("   --- end of inner exception ---");
        }

        return exception.StackTrace is { } trace ? lines.AppendLine().Append(trace).ToString() : lines.ToString();
    }

    // SQL Server writes the values of a duplicate key or a text that is too long into its message; its number is in the data.
    // What SQLite says holds names alone.
    private static string MessageOf(Exception exception) => exception switch
    {
        DbException when exception.Data[SqlServerNumber] is { } number =>
            $"SQL Server error {number}, message withheld{NamesIn(exception)}",
        DbException when exception.GetType().Namespace != "Microsoft.Data.Sqlite" =>
            $"Database error, message withheld{NamesIn(exception)}",
        AggregateException several => $"{several.InnerExceptions.Count} errors",
        _ => Addresses.Mask(exception.Message),
    };

    private static string NamesIn(Exception exception) =>
        string.Concat(Constraint().Matches(exception.Message).Select(name => $", {name.Value}").Distinct(StringComparer.Ordinal));

    [GeneratedRegex("(?<=['\"])(IX|AK|PK|FK|CK|UQ|DF)_[A-Za-z0-9_]{1,120}(?=['\"])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Constraint();
}
