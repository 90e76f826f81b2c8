using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Orders;
using Sweet.Web.Data;
using Sweet.Web.Email;

namespace Sweet.Web.Features.StripeWebhooks;

internal static class CaseBook
{
    /// <summary>
    /// Opens a case with the next save and tells staff of it, unless there is one of its kind for its subject already,
    /// open or resolved.
    /// </summary>
    public static async Task OpenOnce(this SweetDbContext db, OpenCase openCase, Outbox outbox, CancellationToken ct)
    {
        if (await db.OpenCases.AnyAsync(c => c.Kind == openCase.Kind && c.Subject == openCase.Subject, ct)) return;

        db.OpenCases.Add(openCase);
        var number = openCase.Order?.Enrollment.Number ?? "no enrollment that we know";
        await outbox.StaffNotice(
            $"case {openCase.Kind} {openCase.Subject}", $"A case needs a decision: {openCase.Kind}", $"{openCase.Details} It concerns {number}; at Stripe it is {openCase.Subject}.",
            openCase.OpenedAtUtc, ct);
    }
}
