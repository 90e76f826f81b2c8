using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Staff;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.People;

public sealed class PeoplePages(SweetDbContext db, TimeProvider clock)
{
    public async Task<PeoplePage> All(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var people = await People().OrderBy(p => p.Name).ToListAsync(ct);
        var invitations = await db.Invitations.Where(i => i.AcceptedAtUtc == null && i.RevokedAtUtc == null && i.EndsAtUtc > nowUtc)
            .OrderByDescending(i => i.InvitedAtUtc)
            .Select(i => new InvitationRow(i.Id, i.Email, i.IsAdmin, i.IsMarketing, i.EndsAtUtc)).ToListAsync(ct);
        return new PeoplePage(people, invitations);
    }

    public async Task<PersonPage?> Find(string id, CancellationToken ct)
    {
        if (await People().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person) return null;

        var subject = StaffHistory.SubjectOf(id);
        var history = await db.History.Where(h => h.Subject == subject).OrderByDescending(h => h.Id).Take(20)
            .Select(h => new PersonNews(
                h.From, h.To, h.AtUtc, db.Users.Where(m => m.Id == h.ActorReference).Select(m => m.Name).FirstOrDefault()))
            .ToListAsync(ct);
        return new PersonPage(person, history);
    }

    private IQueryable<PersonRow> People() => db.Users.AsNoTracking().Select(m => new PersonRow
    {
        Id = m.Id,
        Name = m.Name,
        Email = m.Email!,
        IsAdmin = db.UserRoles.Any(r => r.UserId == m.Id && r.RoleId == StaffRole.Admin),
        IsMarketing = db.UserRoles.Any(r => r.UserId == m.Id && r.RoleId == StaffRole.Marketing),
        HasSecondStep = m.TwoFactorEnabled,
        IsDisabled = m.DisabledAtUtc != null,
        LastUsedAtUtc = db.StaffSessions.Where(s => s.StaffId == m.Id).Max(s => (DateTime?)s.LastUsedAtUtc),
    });
}
