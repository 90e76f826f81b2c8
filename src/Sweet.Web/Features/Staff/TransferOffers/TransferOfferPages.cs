using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Transfers;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Features.Staff.Transfers;

namespace Sweet.Web.Features.Staff.TransferOffers;

public sealed class TransferOfferPages(SweetDbContext db, TransferPages transfers, TimeProvider clock)
{
    private const int UsualDays = 7;

    public async Task<TransferOfferPage?> Read(int enrollmentId, CancellationToken ct)
    {
        if (await transfers.Read(enrollmentId, ct) is not { } transfer) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var open = await db.TransferOffers.AsNoTracking().OpenAt(nowUtc).SingleOrDefaultAsync(o => o.EnrollmentId == enrollmentId, ct);
        return new TransferOfferPage(transfer)
        {
            OpenId = open?.Id,
            OpenUntilUtc = open?.EndsAtUtc,
            OpenCount = open?.CohortIds.Count ?? 0,
            Form = new TransferOfferForm
            {
                CohortIds = [.. open?.CohortIds ?? []],
                LastDay = TransferOfferForm.Written(OfficeTime.DayOf(nowUtc).AddDays(UsualDays)),
            },
        };
    }
}

/// <param name="Transfer">Whose seat it is, and where it could move.</param>
public sealed record TransferOfferPage(TransferPage Transfer)
{
    /// <summary>An offer that counts now, or null.</summary>
    public int? OpenId { get; init; }

    public DateTime? OpenUntilUtc { get; init; }

    public int OpenCount { get; init; }

    public TransferOfferForm Form { get; init; } = new();

    public string? Problem { get; init; }
}
