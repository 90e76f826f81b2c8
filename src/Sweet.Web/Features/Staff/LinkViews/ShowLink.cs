using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sweet.Domain;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Hosting;

namespace Sweet.Web.Features.Staff.LinkViews;

/// <summary>
/// Records that somebody looks at a student's link, then shows it. The browser's link alone: that of the emails proves the address
/// to whoever has it, and nobody but the address gets it.
/// </summary>
public sealed class ShowLink(SweetDbContext db, IOptions<SiteOptions> site, TimeProvider clock)
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(10);

    /// <returns>False if there is no such enrollment.</returns>
    public Task<bool> Record(int id, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                if (await db.Enrollments.SingleOrDefaultAsync(e => e.Id == id && e.ErasedAtUtc == null, ct) is not { } enrollment)
                    return false;

                enrollment.RecordLinkShown(by, clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
                return true;
            },
            ct);

    /// <returns>Null if the history does not say that they have asked for it lately.</returns>
    public async Task<LinkViewPage?> Read(int id, string staffId, CancellationToken ct)
    {
        var earliest = clock.GetUtcNow().UtcDateTime - ShownFor;
        var wasAsked = await db.History.AnyAsync(
            h => h.EnrollmentId == id && h.Subject == LinkHistory.Subject && h.To == LinkHistory.Shown
                && h.ActorKind == ActorKind.Staff && h.ActorReference == staffId && h.AtUtc > earliest, ct);
        if (!wasAsked) return null;

        var found = await db.Enrollments.Where(e => e.Id == id)
            .Select(e => new { e.FirstName, e.LastName, e.Number, e.LinkToken, IsProven = e.AddressProvenAtUtc != null }).SingleAsync(ct);
        return new LinkViewPage(
            id, $"{found.FirstName} {found.LastName}".Trim(), found.Number, $"{site.Value.BaseUrl}/enrollments/{found.LinkToken}",
            found.IsProven);
    }
}

/// <param name="IsProven">There is one link; else the emails have another.</param>
public sealed record LinkViewPage(int Id, string Name, string Number, string Url, bool IsProven);
