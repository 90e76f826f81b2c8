using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;

namespace Sweet.Web.Staffing.Passkeys;

/// <summary>What follows a change of how somebody signs in: every other session ends, and the person is told.</summary>
public sealed class FactorNews(StaffSessions sessions, Outbox outbox)
{
    public async Task Tell(StaffMember member, int thisSession, StaffAccountNews news, DateTime nowUtc, CancellationToken ct)
    {
        await sessions.EndAll(member.Id, thisSession, ct);
        await outbox.Tell(new StaffAccountLetter(member.Email!, news, member.Id, nowUtc), nowUtc, ct);
    }
}
