using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters.Staff;
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
        var notice = new StaffNoticeLetter(
            FactOf(openCase),
            $"A case needs a decision: {CaseText.Notice(openCase)}",
            $"{CaseText.Known(openCase)} {concerns} subject is {CaseText.Subject(openCase)}. "
                + "The registration office shows it under Cases, with what can be done.")
        {
            About = openCase,
        };
        await outbox.Tell(notice, openCase.OpenedAtUtc, ct);
    }

    /// <summary>Names the fact that a case opened.</summary>
    public static string FactOf(OpenCase openCase) =>
        $"{FactStart}{openCase.Kind} {openCase.ObjectId}{(openCase.Occurrence == 1 ? "" : $" {openCase.Occurrence}")}";
}
