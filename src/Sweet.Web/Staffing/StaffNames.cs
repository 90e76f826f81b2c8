using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;

namespace Sweet.Web.Staffing;

public static class StaffNames
{
    /// <summary>The names of accounts by id, in one statement; what is no account's id is not among them.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> StaffNamesOf(
        this SweetDbContext db, IEnumerable<string?> references, CancellationToken ct)
    {
        var ids = references.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return await db.Users.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, StringComparer.Ordinal, ct);
    }
}
