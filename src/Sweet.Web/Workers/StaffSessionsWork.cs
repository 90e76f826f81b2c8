using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Staffing;

namespace Sweet.Web.Workers;

/// <summary>Writes down when the sessions of staff were last used, as this instance has seen it.</summary>
public sealed class StaffSessionsWork(SweetDbContext db, LastUses lastUses) : IWork
{
    public string Name => "note the last use of sessions";

    public async Task RunOnce(CancellationToken ct)
    {
        foreach (var (id, usedAtUtc) in lastUses.Take())
            await db.StaffSessions.Where(s => s.Id == id && s.LastUsedAtUtc < usedAtUtc)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastUsedAtUtc, usedAtUtc), ct);
    }
}
