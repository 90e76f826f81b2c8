using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Sweet.Web.Data.Faults;

/// <summary>What is nobody's mistake and may be gone in a minute: the database is locked, full, or not to be reached.</summary>
public static class PassingFault
{
    private const int Dropped = 0;
    private const int TimedOut = -2;

    private static readonly HashSet<int> Sqlite = [5, 6, 10, 13, 14];
    private static readonly HashSet<int> SqliteFull = [8, 10, 13];
    private static readonly HashSet<int> ServerFull = [1105, 9002];

    // Not reached, cut off, deadlock, lock timeout, too busy, failing over.
    private static readonly HashSet<int> Server =
    [
        Dropped, TimedOut, -1, 2, 20, 53, 64, 121, 233, 258, 1204, 1205, 1222, 4060, 10053, 10054, 10060, 10061, 10928, 10929, 11001,
        40143, 40197, 40501, 40540, 40613, 49918, 49919, 49920,
    ];

    public static bool IsPassing(this Exception failure) =>
        failure is not CommitInDoubtException && All(failure).Any(e => e switch
        {
            SqliteException sqlite => Sqlite.Contains(sqlite.SqliteErrorCode),
            SqlException server => Server.Contains(server.Number) || ServerFull.Contains(server.Number),
            RetryLimitExceededException or TimeoutException => true,
            // SqlClient's way to say that all connections of the pool are lent out.
            InvalidOperationException pool => pool.Message.StartsWith("Timeout expired.", StringComparison.Ordinal),
            _ => false,
        });

    /// <summary>Nothing more can be written: the disk is full, or gone.</summary>
    public static bool IsOutOfRoom(this Exception failure) =>
        All(failure).Any(e => e switch
        {
            SqliteException sqlite => SqliteFull.Contains(sqlite.SqliteErrorCode),
            SqlException server => ServerFull.Contains(server.Number),
            _ => false,
        });

    private static IEnumerable<Exception> All(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException) yield return failure;
    }
}
