using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Web.Data;
using Sweet.Web.Staffing.Passkeys;

namespace Sweet.Web.Features.Staff.Passkeys;

/// <summary>One’s own passkeys, read.</summary>
public sealed class PasskeyPages(SweetDbContext db, UserManager<StaffMember> staff, PasskeyChecks checks)
{
    public async Task<NewPasskeyPage> New(string staffId, NewPasskeyForm form, HttpContext context)
    {
        var member = await staff.FindByIdAsync(staffId);
        return new NewPasskeyPage(await checks.OfferNew(member!, context), form);
    }

    public async Task<OwnFactors> Of(string staffId, CancellationToken ct)
    {
        var member = (await staff.FindByIdAsync(staffId))!;
        var passkeys = await staff.GetPasskeysAsync(member);
        var uses = await db.PasskeyUses.Where(u => u.StaffId == staffId).GroupBy(u => u.PasskeyKey)
            .Select(of => new { of.Key, Last = of.Max(u => u.UsedAtUtc) })
            .ToDictionaryAsync(of => of.Key, of => of.Last, StringComparer.Ordinal, ct);
        var rows = passkeys.OrderBy(p => p.CreatedAt).Select(p => (Key: PasskeyChecks.KeyOf(p.CredentialId), p.Name, p.CreatedAt))
            .Select(p => new PasskeyRow(p.Key, p.Name ?? PasskeyChecks.FirstName, p.CreatedAt.UtcDateTime,
                uses.TryGetValue(p.Key, out var last) ? last : null));
        return new OwnFactors(await staff.HasApp(member), [.. rows]);
    }

    public async Task<PasskeyRow?> Find(string staffId, string key, CancellationToken ct) =>
        (await Of(staffId, ct)).Passkeys.FirstOrDefault(p => p.Key == key);
}

/// <param name="HasApp">An authenticator app is connected.</param>
public sealed record OwnFactors(bool HasApp, IReadOnlyList<PasskeyRow> Passkeys);

/// <param name="Key">In addresses.</param>
public sealed record PasskeyRow(string Key, string Name, DateTime AddedAtUtc, DateTime? LastUsedAtUtc);

public sealed record NewPasskeyPage(PasskeyOffer Offer, NewPasskeyForm Form);

public sealed record PasskeyEditPage(PasskeyRow Passkey, PasskeyNameForm Rename, PasskeyRemovalForm Removal);
