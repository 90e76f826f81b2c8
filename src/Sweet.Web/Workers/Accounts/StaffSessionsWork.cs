using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Workers.Accounts;

/// <summary>Writes down when the sessions of staff were last used, as this instance has seen it.</summary>
public sealed class StaffSessionsWork(SweetDbContext db, LastUses lastUses) : IWork
{
    public string Name => "note the last use of sessions";

    public async Task RunOnce(CancellationToken ct)
    {
        var used = lastUses.Take();
        if (used.Count == 0) return;

        await db.InTransaction(
            async transaction =>
            {
                foreach (var session in await db.StaffSessions.Where(s => used.Keys.Contains(s.Id)).ToListAsync(ct))
                    session.NoteUse(used[session.Id]);
                await transaction.SaveAndCommit(ct);
            },
            ct);
    }
}
