using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Web.Data;
using Sweet.Web.Wording;

namespace Sweet.Web.Email;

/// <summary>A case and the notice to staff that tells of it, in one save.</summary>
internal static class OpenedCases
{
    private const string FactStart = "case ";

    /// <summary>
    /// Opens a case with the next save and tells staff of it, unless there is one of its kind for its object and occurrence
    /// already, open or resolved.
    /// </summary>
    public static async Task OpenOnce(this SweetDbContext db, OpenCase openCase, Outbox outbox, CancellationToken ct)
    {
        var ofObject = db.OpenCases.Where(c => c.Kind == openCase.Kind && c.ObjectId == openCase.ObjectId);
        if (await ofObject.AnyAsync(c => c.Occurrence == openCase.Occurrence, ct)) return;

        db.OpenCases.Add(openCase);
        var concerns = openCase.Order is { } order ? $"It concerns {order.Enrollment.Number}; its" : "Its";
        var text = $"{CaseText.Known(openCase)} {concerns} subject is {CaseText.Subject(openCase)}. "
            + "The command \"cases\" lists it with its number and what can be done.";
        await outbox.StaffNotice(FactOf(openCase), $"A case needs a decision: {CaseText.Title(openCase)}", text, openCase.OpenedAtUtc, ct);
    }

    /// <summary>Names the fact that a case opened.</summary>
    public static string FactOf(OpenCase openCase) =>
        $"{FactStart}{openCase.Kind} {openCase.ObjectId}{(openCase.Occurrence == 1 ? "" : $" {openCase.Occurrence}")}";

    /// <summary>Whether a mail to staff tells of a case, and not of a worker, a digest or a request.</summary>
    public static bool IsFact(string staffFact) => staffFact.StartsWith(Outbox.StaffFact(FactStart), StringComparison.Ordinal);
}
