using System.Globalization;
using Sweet.Domain.Vouchers;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Vouchers;

namespace Sweet.Web.Features.Staff.Vouchers;

public sealed record VoucherFact(string Term, string Value);

/// <summary>A voucher's terms as staff read them: on its page, in its history, and where two have changed it.</summary>
internal static class VoucherWords
{
    public static IReadOnlyList<VoucherFact> Of(VoucherTerms terms, VoucherScope scope) =>
    [
        new("Gives", $"{terms.Gives()} off"),
        new("For", scope.InWords(terms)),
        new("From", DayOf(terms.FromUtc)),
        new("Until", terms.UntilUtc is { } until ? EndOf(until) : "no end"),
        new("Uses in all", terms.MaxUses.ToString(CultureInfo.InvariantCulture)),
        new("Uses by one person", terms.MaxUsesPerAddress.ToString(CultureInfo.InvariantCulture)),
        new("Only from", terms.MinimumTotalMinor == 0 ? "any price" : $"a price of {terms.MinimumTotal.Exact()}"),
        new("Note", terms.Note ?? "none"),
    ];

    /// <summary>What is other than before, and how it was.</summary>
    public static (string From, string To) Difference(VoucherTerms before, VoucherTerms after, VoucherScope scope)
    {
        var changed = Of(before, scope).Zip(Of(after, scope)).Where(pair => pair.First != pair.Second).ToList();
        return (Line(changed.Select(c => c.First)), Line(changed.Select(c => c.Second)));
    }

    public static string Line(IEnumerable<VoucherFact> facts) => string.Join("; ", facts.Select(f => $"{f.Term}: {f.Value}"));

    /// <summary>"Oct 1 – Dec 31"</summary>
    public static string Span(VoucherTerms terms) =>
        $"{ShortOf(terms.FromUtc)} – {(terms.UntilUtc is { } until ? ShortOf(until.AddTicks(-1)) : "no end")}";

    private static string DayOf(DateTime utc) => ZonedTime.At(utc, OfficeTime.Zone).Date;

    // A day is over at the midnight that follows it; one that staff ended is over at that moment.
    private static string EndOf(DateTime utc) =>
        ZonedTime.At(utc, OfficeTime.Zone) is var end && end.Local.TimeOfDay == TimeSpan.Zero
            ? $"{DayOf(utc.AddTicks(-1))}, included"
            : $"{end.Date}, {end.Clock} {end.Abbreviation}";

    private static string ShortOf(DateTime utc) =>
        ZonedTime.At(utc, OfficeTime.Zone).Local.ToString("MMM d, yyyy", CultureInfo.GetCultureInfo(Institute.Language));
}
