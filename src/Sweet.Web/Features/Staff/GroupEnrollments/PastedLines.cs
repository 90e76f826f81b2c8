using System.ComponentModel.DataAnnotations;
using CsvHelper;
using Sweet.Web.Features.Staff.Shared.Words;

namespace Sweet.Web.Features.Staff.GroupEnrollments;

/// <summary>Reads a pasted list line by line: with commas or semicolons, or with tabs as a spreadsheet copies its cells.</summary>
internal static class PastedLines
{
    public const int Most = 100;

    /// <param name="isKept">What looks like a slip in an address was shown before, and is meant.</param>
    public static IReadOnlyList<GroupLine> Read(string typed, bool isKept)
    {
        List<GroupLine> lines = [];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, text) in typed.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(text) || IsHead(index, text)) continue;

            var line = Read(new GroupLine(index + 1, text.Trim()), isKept);
            if (line.Person is { } person && !seen.TryAdd(person.Student.Email.Key, line.Number))
                line = line with
                {
                    Person = null,
                    Problem = $"The same address as in line {seen[person.Student.Email.Key]}: each person needs an address of their own",
                };
            lines.Add(line);
        }

        return lines;
    }

    // "Name, Email" above the cells.
    private static bool IsHead(int index, string text) =>
        index == 0 && !text.Contains('@', StringComparison.Ordinal) && text.Contains("mail", StringComparison.OrdinalIgnoreCase);

    private static GroupLine Read(GroupLine line, bool isKept)
    {
        var form = FormOf(Cells(line.Text), isKept);
        List<ValidationResult> problems = [];
        return Validator.TryValidateObject(form, new ValidationContext(form), problems, validateAllProperties: true)
            ? line with { Person = form.ToPerson() }
            : line with { Problem = problems[0].ErrorMessage };
    }

    private static string[] Cells(string line)
    {
        var delimiter = line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        using var parser = new CsvParser(new StringReader(line), PastedCells.PartedBy(delimiter));
        return parser.Read() ? parser.Record ?? [] : [];
    }

    // The name stands in one cell or in two before the address; what follows is optional.
    private static LineForm FormOf(string[] cells, bool isKept)
    {
        var at = Array.FindIndex(cells, cell => cell.Contains('@', StringComparison.Ordinal));
        if (at < 0) at = Math.Min(1, cells.Length);
        var (first, last) = NameOf([.. cells[..at].Where(cell => cell.Length > 0)]);
        var email = CellAt(cells, at);
        return new LineForm
        {
            FirstName = first,
            LastName = last,
            Email = email,
            KeptEmail = isKept ? email : null,
            Profession = CellAt(cells, at + 1),
            LicenseNumber = CellAt(cells, at + 2),
            LicenseState = CellAt(cells, at + 3),
        };
    }

    private static (string? First, string? Last) NameOf(string[] cells)
    {
        if (cells.Length == 0) return (null, null);
        if (cells.Length > 1) return (string.Join(' ', cells[..^1]), cells[^1]);

        var space = cells[0].LastIndexOf(' ');
        return space < 0 ? (cells[0], null) : (cells[0][..space].TrimEnd(), cells[0][(space + 1)..]);
    }

    private static string? CellAt(string[] cells, int at) => at < cells.Length && cells[at].Length > 0 ? cells[at] : null;
}
