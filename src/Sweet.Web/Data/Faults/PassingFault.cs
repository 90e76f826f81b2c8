using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Sweet.Web.Data.Faults;

/// <summary>What is nobody's mistake and may be gone in a minute: the database is locked, full, or not to be reached.</summary>
public static class PassingFault
{
    /// <summary>A connection that was dropped, as SqlClient tells it on Linux.</summary>
    public const int Dropped = 0;

    private const int TimedOut = -2;

    // SQLite (https://www.sqlite.org/rescode.html): busy, locked, I/O error, full, cannot open; read-only, I/O error, full.
    private static readonly HashSet<int> Sqlite = [5, 6, 10, 13, 14];
    private static readonly HashSet<int> SqliteFull = [8, 10, 13];

    // SQL Server: no room in a file group, the log is full.
    private static readonly HashSet<int> ServerFull = [1105, 9002];

    // What SqlClient says of the network and the operating system: the server is not reached, or was cut off.
    private static readonly int[] NotReached = [-1, 2, 20, 53, 64, 121, 233, 258, 10053, 10054, 10060, 10061, 11001];

    // No more locks, deadlock, lock timeout.
    private static readonly int[] Locked = [1204, 1205, 1222];

    // The database cannot be opened now, or is failing over; the last are Azure's words.
    private static readonly int[] NotThere = [4060, 40143, 40197, 40540, 40613];

    // Azure has too many sessions, requests or operations under way.
    private static readonly int[] TooBusy = [10928, 10929, 40501, 49918, 49919, 49920];

    private static readonly HashSet<int> Server = [Dropped, TimedOut, .. NotReached, .. Locked, .. NotThere, .. TooBusy];

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
