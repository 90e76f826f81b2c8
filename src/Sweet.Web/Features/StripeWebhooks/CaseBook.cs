using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Orders;
using Sweet.Web.Data;

namespace Sweet.Web.Features.StripeWebhooks;

internal static class CaseBook
{
    /// <summary>Opens a case with the next save, unless there is one of its kind for its subject already, open or resolved.</summary>
    public static async Task OpenOnce(this SweetDbContext db, OpenCase openCase, CancellationToken ct)
    {
        if (!await db.OpenCases.AnyAsync(c => c.Kind == openCase.Kind && c.Subject == openCase.Subject, ct)) db.OpenCases.Add(openCase);
    }
}
