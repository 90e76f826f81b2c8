using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Messages;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Wording;

namespace Sweet.Web.Workers;

/// <summary>Every morning, while anything was open the evening before: what waits for a decision. Counts, numbers and ids alone.</summary>
public sealed class DigestWork(SweetDbContext db, Outbox outbox, TimeProvider clock) : IWork
{
    private const int Morning = 8;
    private const int MostCases = 50;

    /// <summary>An email that waits for its second try is no trouble yet.</summary>
    private static readonly TimeSpan TimeToSend = TimeSpan.FromHours(1);

    public string Name => "digest";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var local = ZonedTime.At(nowUtc, Institute.TimeZone).Local;
        if (local.Hour < Morning) return;

        var fact = StaffDigestLetter.FactOf(local);
        // Whatever opens during the day has had its own email.
        var morningUtc = nowUtc - (local.TimeOfDay - TimeSpan.FromHours(Morning));
        if (await db.Messages.AnyAsync(m => m.Fact == fact, ct) || await Digest(morningUtc, ct) is not { } digest) return;

        await db.InTransaction(
            async transaction =>
            {
                await outbox.Tell(new StaffDigestLetter(digest, local, morningUtc), nowUtc, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);
    }

    private async Task<OpenMatters?> Digest(DateTime untilUtc, CancellationToken ct)
    {
        var open = db.OpenCases.Where(c => c.ResolvedAtUtc == null && c.OpenedAtUtc < untilUtc);
        var cases = await open.OrderBy(c => c.OpenedAtUtc).Take(MostCases)
            .Select(c => new OpenMatter(c.Id, c.Kind, c.Order!.Enrollment.Number, c.OpenedAtUtc)).ToListAsync(ct);
        var count = await open.CountAsync(ct);
        var unsent = await db.Messages.CountAsync(m => m.Status == MessageStatus.Queued && m.QueuedAtUtc < untilUtc - TimeToSend, ct);
        return count + unsent == 0 ? null : new OpenMatters(cases, count, unsent);
    }
}
