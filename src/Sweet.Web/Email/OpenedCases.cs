using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters.Staff;

namespace Sweet.Web.Email;

/// <summary>A case and the notice to staff that tells of it, in one save.</summary>
internal static class OpenedCases
{
    private const string FactStart = "case ";

    /// <summary>
    /// Opens a case with the next save and tells staff of it, unless there is one of its kind for its subject already,
    /// open or resolved.
    /// </summary>
    public static async Task OpenOnce(this SweetDbContext db, OpenCase openCase, Outbox outbox, CancellationToken ct)
    {
        if (await db.OpenCases.AnyAsync(c => c.Kind == openCase.Kind && c.Subject == openCase.Subject, ct)) return;

        db.OpenCases.Add(openCase);
        var concerns = openCase.Order is { } order ? $"It concerns {order.Enrollment.Number}; its" : "Its";
        var notice = new StaffNoticeLetter(
            FactOf(openCase),
            $"A case needs a decision: {openCase.Kind}",
            $"{openCase.Details} {concerns} subject is {openCase.Subject}. The command \"cases\" lists it with its number and what can be done.")
        {
            About = openCase,
        };
        await outbox.Tell(notice, openCase.OpenedAtUtc, ct);
    }

    /// <summary>Names the fact that a case opened.</summary>
    public static string FactOf(OpenCase openCase) => $"{FactStart}{openCase.Kind} {openCase.Subject}";
}
