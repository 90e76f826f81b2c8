using System.Globalization;
using Sweet.Domain.Cases;
using Sweet.Domain.Messages;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Wording.Cases;

namespace Sweet.Web.Email.Letters.Staff;

/// <summary>What waits for staff.</summary>
/// <param name="Cases">The oldest ones.</param>
/// <param name="CaseCount">All of them.</param>
/// <param name="UnsentMessages">Those that have waited for an hour or longer.</param>
public sealed record OpenMatters(IReadOnlyList<OpenMatter> Cases, int CaseCount, int UnsentMessages);

/// <param name="Number">Of the enrollment, or null where there is none.</param>
public sealed record OpenMatter(int CaseId, OpenCaseKind Kind, string? Number, DateTime OpenedAtUtc);

/// <summary>What waited in the evening, once a day; see <see cref="StaffNoticeLetter"/>.</summary>
/// <param name="day">At the institute.</param>
public sealed class StaffDigestLetter(OpenMatters open, DateTime day, DateTime morningUtc) : Letter
{
    public override string Fact => FactOf(day);

    public override Urgency Urgency => Urgency.News;

    public override DateTime? HappenedAtUtc => morningUtc;

    public override Standing Standing => Standing.Always;

    public override Addressee To(LetterSite site) => new(Recipient.Staff, site.Staff);

    public override LetterContent Content(LetterSite site) => new(
        open.CaseCount == 0 ? $"Not sent: {Count(open.UnsentMessages, "email")}"
            : $"Waiting for a decision: {Count(open.CaseCount, "case")}",
        open.CaseCount == 0 ? Unsent(open)
            : $"{Count(open.CaseCount, "case")} {(open.CaseCount == 1 ? "waits" : "wait")} for a decision.",
        null,
        [
            .. open.Cases.Count == 0 ? Array.Empty<Block>() : [new Facts([.. open.Cases.Select(RowOf)])],
            .. open.CaseCount > open.Cases.Count ? [new Paragraph($"These are the {open.Cases.Count} oldest.")] : Array.Empty<Block>(),
            .. open.CaseCount > 0 && open.UnsentMessages > 0 ? [new Paragraph(Unsent(open))] : Array.Empty<Block>(),
            new Paragraph(
                (open.CaseCount > 0 ? "The registration office shows them under Cases, with what is known and what can be done. " : "")
                + "This email comes once a day while anything is open."),
        ]);

    internal static string FactOf(DateTime day) => $"staff digest of {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private static string Unsent(OpenMatters open) =>
        $"{Count(open.UnsentMessages, "email")} could not be sent for an hour or longer: the site's log says why.";

    private static Fact RowOf(OpenMatter one) => new(
        $"Case {one.CaseId.ToString(CultureInfo.InvariantCulture)}",
        $"{CaseWords.Name(one.Kind)}, {one.Number ?? "no enrollment"}, "
            + $"since {one.OpenedAtUtc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

    private static string Count(int count, string what) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";
}
