using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Sweet.Domain;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Staffing.Forms;

/// <summary>
/// What was typed into a form whose session had ended, until the same person has signed in again. It takes the cookie of that session
/// and the form's own token: nobody else's page can leave a form here.
/// </summary>
public sealed class KeepForm(SweetDbContext db, IDataProtectionProvider protection, IAntiforgery antiforgery, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("Sweet.KeptForms");

    /// <summary>Signs of what was typed; beyond it nothing is kept. As large as what a form may send.</summary>
    private const int MostKept = FormLimits.Bytes;

    // It is encrypted, and stands in no page: quotes and accents stay one sign each.
    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>For the address that shows it again; null if there is nothing to keep, or nobody whose it is.</returns>
    public async Task<string?> Keep(HttpContext context)
    {
        var (request, ct) = (context.Request, context.RequestAborted);
        if (context.Features.Get<EndedSession>() is not { Principal: var sender }) return null;
        if (context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } action) return null;
        if (!request.HasFormContentType || !FormCheck.TakesForm(action)) return null;
        if (await FormCheck.StatusOf(request, action) is not null) return null;
        if (!await IsOfOurPage(context, sender)) return null;

        var secrets = SecretsOf(action);
        var fields = (await request.ReadFormAsync(ct)).Where(field => !secrets.Contains(field.Key))
            .ToDictionary(field => field.Key, field => field.Value.ToArray(), StringComparer.Ordinal);
        if (fields.Sum(field => field.Key.Length + field.Value.Sum(value => value?.Length ?? 0)) > MostKept) return null;

        var text = JsonSerializer.Serialize(new TypedForm(request.Path, fields), AsTyped);
        return await Save(sender.StaffId(), protector.Protect(text), ct);
    }

    /// <returns>Null if it is another's, has ended, or never was.</returns>
    public async Task<TypedForm?> Find(string staffId, string token, CancellationToken ct)
    {
        var (hash, nowUtc) = (RetiredLink.HashOf(token), clock.GetUtcNow().UtcDateTime);
        var text = await db.KeptForms.Where(f => f.TokenHash == hash && f.StaffId == staffId && f.EndsAtUtc > nowUtc)
            .Select(f => f.Text).SingleOrDefaultAsync(ct);
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<TypedForm>(protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            // Of a key that is gone.
            return null;
        }
    }

    private Task<string> Save(string staffId, string text, CancellationToken ct)
    {
        var token = RandomText.Token();
        return db.InTransaction(
            async transaction =>
            {
                var newest = db.KeptForms.Where(f => f.StaffId == staffId).OrderByDescending(f => f.Id).Select(f => f.Id);
                var tooMany = await newest.Skip(KeptForm.MostOfOne - 1).ToListAsync(ct);
                await db.KeptForms.Where(f => tooMany.Contains(f.Id)).ExecuteDeleteAsync(ct);
                db.KeptForms.Add(new KeptForm(staffId, token, text, clock.GetUtcNow().UtcDateTime));
                await transaction.SaveAndCommit(ct);
                return token;
            },
            ct);
    }

    // The token of a form is bound to the person whose page it stood on, and they are signed out by now.
    private async Task<bool> IsOfOurPage(HttpContext context, ClaimsPrincipal sender)
    {
        var nobody = context.User;
        context.User = sender;
        var isOurs = await antiforgery.IsRequestValidAsync(context);
        context.User = nobody;
        return isOurs;
    }

    private static HashSet<string> SecretsOf(ControllerActionDescriptor action) =>
        action.Parameters.Where(p => p.BindingInfo?.BindingSource == BindingSource.Form)
            .SelectMany(p => p.ParameterType.GetProperties())
            .Where(field => field.IsDefined(typeof(NeverKeptAttribute), inherit: true))
            .Select(field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <param name="Address">Where it was sent to; a path of this site.</param>
public sealed record TypedForm(string Address, IReadOnlyDictionary<string, string?[]> Fields)
{
    public IFormCollection ToForm() =>
        new FormCollection(Fields.ToDictionary(f => f.Key, f => new StringValues(f.Value), StringComparer.OrdinalIgnoreCase));
}
