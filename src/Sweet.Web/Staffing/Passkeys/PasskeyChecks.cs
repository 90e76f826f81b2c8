using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;

namespace Sweet.Web.Staffing.Passkeys;

/// <summary>What a passkey is asked, and whether its answer is right.</summary>
public sealed class PasskeyChecks(
    SweetDbContext db, UserManager<StaffMember> staff, IPasskeyHandler<StaffMember> handler, PasskeyOffers offers, TimeProvider clock)
{
    public const int NameMaxLength = 60;
    public const string FirstName = "Passkey";

    /// <summary>Of one account.</summary>
    public const int Most = 10;

    public static string KeyOf(byte[] credentialId) => RetiredLink.HashOf(Convert.ToHexStringLower(credentialId));

    public async Task<PasskeyOffer> OfferNew(StaffMember member, HttpContext context)
    {
        var person = new PasskeyUserEntity { Id = member.Id, Name = member.Email!, DisplayName = member.Name };
        var made = await handler.MakeCreationOptionsAsync(person, context);
        return offers.Offer(made.CreationOptionsJson, made.AttestationState!);
    }

    /// <param name="member">Null where nobody has said yet who they are.</param>
    public async Task<PasskeyOffer> OfferSignIn(StaffMember? member, HttpContext context)
    {
        var made = await handler.MakeRequestOptionsAsync(member!, context);
        return offers.Offer(made.RequestOptionsJson, made.AssertionState!);
    }

    /// <summary>Adds a passkey in the transaction at hand, after the account is locked.</summary>
    /// <returns>False if the answer is not right, or too late.</returns>
    public async Task<bool> Add(StaffMember member, PasskeyForm form, string name, HttpContext context)
    {
        if (offers.StateOf(form.State) is not { } state) return false;

        var answer = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = context, CredentialJson = form.Credential ?? "", AttestationState = state });
        // Offered to another account: somebody else had signed in here.
        if (!answer.Succeeded || answer.UserEntity.Id != member.Id) return false;

        var made = answer.Passkey;
        var passkey = new UserPasskeyInfo(
            made.CredentialId, made.PublicKey, clock.GetUtcNow(), made.SignCount, made.Transports, made.IsUserVerified,
            made.IsBackupEligible, made.IsBackedUp, made.AttestationObject, made.ClientDataJson)
        { Name = name };
        await staff.AddOrUpdatePasskeyAsync(member, passkey).Insist();
        return true;
    }

    /// <returns>Whose passkey says to have answered; nothing is believed yet.</returns>
    public async Task<string?> AccountOf(PasskeyForm form, CancellationToken ct)
    {
        if (IdIn(form.Credential) is not { } id) return null;

        return await db.UserPasskeys.Where(p => p.CredentialId == id).Select(p => p.UserId).SingleOrDefaultAsync(ct);
    }

    /// <summary>Takes an answer once, in the transaction at hand, after the account is locked.</summary>
    /// <returns>False if it is not right, too late, or was taken before.</returns>
    public async Task<bool> Take(StaffMember member, PasskeyForm form, HttpContext context)
    {
        if (offers.StateOf(form.State) is not { } state) return false;

        var answer = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = context, CredentialJson = form.Credential ?? "", AssertionState = state });
        if (!answer.Succeeded || answer.User.Id != member.Id) return false;

        var use = new PasskeyUse(member.Id, KeyOf(answer.Passkey.CredentialId), state, clock.GetUtcNow().UtcDateTime);
        if (await db.PasskeyUses.AnyAsync(u => u.ChallengeHash == use.ChallengeHash, context.RequestAborted)) return false;

        await staff.AddOrUpdatePasskeyAsync(member, answer.Passkey).Insist();
        db.PasskeyUses.Add(use);
        return true;
    }

    private static byte[]? IdIn(string? credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential ?? "");
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                    ? Base64Url.DecodeFromChars(id.GetString())
                    : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }
}
