using CsvHelper;
using Sweet.Domain;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.CohortImports;

/// <summary>A pasted table: parted by commas, semicolons or tabs, with quotes as Excel writes them.</summary>
/// <param name="Problem">Why nothing of it can be read, or null.</param>
internal sealed record ImportedTable(IReadOnlyList<ImportedLine> Lines, string? Problem)
{
    /// <summary>The names of columns that nothing is taken from.</summary>
    public IReadOnlyList<string> PassedOver { get; private init; } = [];

    /// <summary>One transaction, in which nobody else gets a seat of the cohort.</summary>
    private const int MostLines = 200;
    private const char Mark = '\uFEFF';
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static ImportedTable Read(string? text)
    {
        var clean = (text ?? "").Trim(Mark, '\r', '\n');
        using var reader = new StringReader(clean);
        using var parser = new CsvParser(reader, PastedCells.PartedBy(DelimiterOf(clean)));
        if (!parser.Read()) return new ImportedTable([], "Paste the table first");

        var columns = ImportColumns.Of(parser.Record!);
        if (columns.Problem is { } problem) return new ImportedTable([], problem);

        List<ImportedLine> lines = [];
        while (parser.Read())
        {
            if (parser.Record!.All(string.IsNullOrWhiteSpace)) continue;
            if (lines.Count == MostLines)
                return new ImportedTable([], $"Paste at most {MostLines} lines at once: nothing is doubled if you go on in parts");

            lines.Add(ImportedLine.Read(parser.RawRow, columns, parser.Record!));
        }

        return lines.Count == 0
            ? new ImportedTable([], "There is no line below the names of the columns")
            : new ImportedTable(lines, null) { PassedOver = columns.PassedOver };
    }

    // The sign that parts the most names in the first line.
    private static char DelimiterOf(string text)
    {
        var head = text.AsSpan(0, text.IndexOf('\n') is >= 0 and var end ? end : text.Length).ToString();
        return Delimiters.MaxBy(sign => head.Count(s => s == sign));
    }
}

/// <summary>Where each column stands, whatever their order; those that are not known are passed over, and named.</summary>
internal sealed class ImportColumns
{
    private static readonly string[] Needed = ["First name", "Last name", "Email"];
    private static readonly string[] Known =
    [
        .. Needed, "Profession", "License number", "License state", "Name on the certificate", "Reference", "Paid",
    ];

    private readonly Dictionary<string, int> places;

    private ImportColumns(Dictionary<string, int> places) => this.places = places;

    public string? Problem { get; private init; }

    /// <summary>As they stand in the first line: unknown, or named a second time.</summary>
    public IReadOnlyList<string> PassedOver { get; private init; } = [];

    public static ImportColumns Of(string[] head)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = Known.Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);
        List<string> passedOver = [];
        foreach (var (place, name) in head.Index())
        {
            var key = FoldedText.Of(name.Trim());
            if (key.Length > 0 && !(found.TryAdd(key, place) && known.Contains(key))) passedOver.Add(TypedText.Clean(name));
        }

        var missing = Needed.Where(name => !found.ContainsKey(FoldedText.Of(name))).ToList();
        return new ImportColumns(found)
        {
            PassedOver = passedOver,
            Problem = missing.Count == 0
                ? null
                : $"The first line has to name the columns. Missing: {string.Join(", ", missing)}",
        };
    }

    public string Cell(string[] cells, string name) =>
        places.TryGetValue(FoldedText.Of(name), out var place) && place < cells.Length ? TypedText.Clean(cells[place]) : "";
}
