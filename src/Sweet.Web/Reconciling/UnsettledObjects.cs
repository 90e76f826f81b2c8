using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Web.Data;
using Sweet.Web.Settling;

namespace Sweet.Web.Reconciling;

/// <summary>A case stands for each, since run after run could not settle it: each run tries again, however old it is.</summary>
public sealed class UnsettledObjects(
    SweetDbContext db, SettleCheckout settleCheckout, SettleRefund settleRefund, SettleDispute settleDispute, TimeProvider clock)
{
    private const int Size = 20;

    /// <param name="cursor">The id of the last case that was dealt with.</param>
    public async Task<Batch> Next(string? cursor, Actor by, CancellationToken ct)
    {
        var after = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var cases = await db.OpenCases.AsNoTracking()
            .Where(c => c.Id > after && c.Kind == OpenCaseKind.UnsettledAtStripe && c.ResolvedAtUtc == null)
            .OrderBy(c => c.Id).Take(Size).ToListAsync(ct);
        return new Batch(
            [.. cases.Select(c => new Unsettled(c.ObjectId, token => TryAgain(c, by, token)) { IsKnownToFail = true })],
            cases.Count < Size ? null : cases[^1].Id.ToString(CultureInfo.InvariantCulture),
            Calls: 0);
    }

    private async Task TryAgain(OpenCase openCase, Actor by, CancellationToken ct)
    {
        await Settle(openCase.ObjectId, by, ct);
        await Close(openCase.Id, by, ct);
    }

    private Task Settle(string objectId, Actor by, CancellationToken ct) => objectId.Split('_')[0] switch
    {
        "cs" => settleCheckout.Settle(objectId, by, notice: null, ct),
        "pi" => settleCheckout.SettlePayment(objectId, by, ct),
        "re" or "pyr" => settleRefund.Settle(objectId, by, notice: null, ct),
        "dp" or "du" => settleDispute.Settle(objectId, by, notice: null, ct),
        _ => throw new InvalidOperationException($"Nothing of Stripe's that we compare is named like {objectId}."),
    };

    private Task Close(int caseId, Actor by, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                var openCase = await db.OpenCases.Include(c => c.Order!.Enrollment).SingleAsync(c => c.Id == caseId, ct);
                if (openCase.IsOpen) openCase.Resolve(CaseResolution.Healed, CaseReasons.Compared, by, clock.GetUtcNow().UtcDateTime);
                await transaction.SaveAndCommit(ct);
            },
            ct);
}
