using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Policies;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording.Comparing;

namespace Sweet.Web.Features.Staff.PolicyVersions;

public sealed class PolicyPages(SweetDbContext db, TimeProvider clock)
{
    public async Task<PoliciesPage> All(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var rows = await Rows(db.PolicyVersions).OrderByDescending(v => v.EffectiveFromUtc).ThenByDescending(v => v.Id).ToListAsync(ct);
        return new PoliciesPage([.. Enum.GetValues<PolicyKind>().Select(kind => new PolicyOfKind(
            kind, [.. PolicyVersionRow.Dated(rows.Where(r => r.Kind == kind), nowUtc)]))]);
    }

    public async Task<PolicyVersionPage?> Find(int id, CancellationToken ct)
    {
        if (await db.PolicyVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct) is not { } version) return null;

        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var rows = await Rows(db.PolicyVersions.Where(v => v.Kind == version.Kind))
            .OrderByDescending(v => v.EffectiveFromUtc).ThenByDescending(v => v.Id).ToListAsync(ct);
        var row = PolicyVersionRow.Dated(rows, nowUtc).Single(r => r.Id == id);
        var before = rows.SkipWhile(r => r.Id != id).Skip(1).FirstOrDefault();
        var text = before is null ? null : await db.PolicyVersions.Where(v => v.Id == before.Id).Select(v => v.Body).SingleAsync(ct);
        return new PolicyVersionPage(row, version.Body)
        {
            Before = before,
            Comparison = text is null ? null : TextComparison.Of(text, version.Body),
        };
    }

    /// <param name="form">What was typed; null: the form begins with the newest text.</param>
    public async Task<NewPolicyPage> New(PolicyKind kind, PolicyForm? form, CancellationToken ct)
    {
        var newest = await db.PolicyVersions.AsNoTracking().Where(v => v.Kind == kind).OrderByDescending(v => v.Id).FirstOrDefaultAsync(ct);
        var today = OfficeTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var typed = form ?? new PolicyForm
        {
            Title = newest?.Title,
            Body = newest?.Body,
            From = $"{today:yyyy-MM-dd}",
            Seen = newest?.Id ?? 0,
        };
        return new NewPolicyPage(kind, newest, typed)
        {
            Comparison = form?.Body is null || newest is null ? null : TextComparison.Of(newest.Body, form.Body),
        };
    }

    private IQueryable<PolicyVersionRow> Rows(IQueryable<PolicyVersion> versions) =>
        versions.AsNoTracking().Select(v => new PolicyVersionRow
        {
            Id = v.Id,
            Kind = v.Kind,
            Title = v.Title,
            EffectiveFromUtc = v.EffectiveFromUtc,
            IsSample = v.IsSample,
            Orders = db.Orders.Count(o => o.RefundPolicyVersionId == v.Id) + db.Orders.Count(o => o.PrivacyPolicyVersionId == v.Id),
        });
}
