using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Sweet.Web.Tests.Support;

/// <summary>
/// Fails any test in which seats are counted anew by a transaction that did not lock the cohort first, or read the count before it
/// did. SQLite lets one writer in at a time, so no race would show it.
/// </summary>
public sealed partial class SeatsUnderLock : StatementWatch
{
    private static readonly AsyncLocal<bool> IsGiven = new();
    private readonly ConditionalWeakTable<DbTransaction, Seen> transactions = [];

    /// <summary>What a test makes up as it likes, before and beside what it is about.</summary>
    public static T Given<T>(Func<T> work)
    {
        var before = IsGiven.Value;
        IsGiven.Value = true;
        try
        {
            return work();
        }
        finally
        {
            IsGiven.Value = before;
        }
    }

    protected override void Check(DbCommand command)
    {
        if (IsGiven.Value) return;

        var statement = command.CommandText;
        var seen = command.Transaction is { } transaction ? transactions.GetOrCreateValue(transaction) : new Seen();
        if (Lock().IsMatch(statement)) seen.IsLocked = true;
        else if (Count().IsMatch(statement)) seen.Insist(statement);
        else if (!seen.IsLocked && statement.Contains("SeatsTaken", StringComparison.Ordinal)) seen.HasReadBefore = true;
    }

    [GeneratedRegex("""UPDATE\b[^;]*\bSET ["\[a-z.\]]*LockCount\b""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Lock();

    [GeneratedRegex("""UPDATE ["\[]Cohorts["\]] SET [^;]*["\[]SeatsTaken["\]] = """, RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Count();

    private sealed class Seen
    {
        public bool IsLocked { get; set; }

        public bool HasReadBefore { get; set; }

        public void Insist(string statement)
        {
            if (!IsLocked) throw new InvalidOperationException($"Seats are counted without a lock: {statement}");
            if (HasReadBefore) throw new InvalidOperationException($"Seats were read before the lock: {statement}");
        }
    }
}
