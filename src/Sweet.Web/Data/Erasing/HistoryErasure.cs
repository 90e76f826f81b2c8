using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Persons;

namespace Sweet.Web.Data.Erasing;

/// <summary>The one change of the history that there is: what could tell who somebody was goes, the rows stay.</summary>
/// <remarks>In words that both databases understand: only so a statement can say what it is.</remarks>
public static class HistoryErasure
{
    /// <summary>Begins each of its statements, so that the guard of the tests knows them from all others.</summary>
    public const string Mark = "-- A person is erased from the history";

    private const string BlankValues =
        $$"""
        {{Mark}}
        UPDATE "History" SET "From" = CASE WHEN "From" IS NULL THEN NULL ELSE {0} END, "To" = {0} WHERE "Id" = {1}
        """;

    private const string BlankNote =
        $$"""
        {{Mark}}
        UPDATE "History" SET "Note" = {0} WHERE "Id" = {1}
        """;

    /// <summary>In the transaction that erases the person, before its own rows are written.</summary>
    public static async Task EraseFromHistory(
        this SweetDbContext db, List<int> enrollmentIds, List<int> waitlistEntryIds, CancellationToken ct)
    {
        var rows = await db.History.AsNoTracking().Where(h =>
            (h.EnrollmentId != null && enrollmentIds.Contains(h.EnrollmentId.Value))
            || (h.WaitlistEntryId != null && waitlistEntryIds.Contains(h.WaitlistEntryId.Value))).ToListAsync(ct);
        foreach (var row in rows)
        {
            if (row.HasPersonalValues()) await db.Database.ExecuteSqlRawAsync(BlankValues, [Erasure.Word, row.Id], ct);
            if (row.HasPersonalNote()) await db.Database.ExecuteSqlRawAsync(BlankNote, [Erasure.Word, row.Id], ct);
        }
    }
}
