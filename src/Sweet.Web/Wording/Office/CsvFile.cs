using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Sweet.Web.Wording.Office;

/// <summary>
/// A table that a spreadsheet opens as it is meant: UTF-8 with its mark, and nothing that students typed is taken for a formula.
/// </summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvConfiguration Rules = new(CultureInfo.InvariantCulture)
    {
        // As RFC 4180 has it, on every machine.
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    public static byte[] Of(IEnumerable<string> head, IEnumerable<IEnumerable<string?>> rows)
    {
        using var buffer = new MemoryStream();
        using (var text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new Writer(text))
        {
            Write(csv, head);
            foreach (var row in rows) Write(csv, row);
        }

        return buffer.ToArray();
    }

    private static void Write(CsvWriter csv, IEnumerable<string?> row)
    {
        foreach (var field in row) csv.WriteField(field);
        csv.NextRecord();
    }

    /// <summary>A number below zero is no formula: defused, a spreadsheet would not add it up.</summary>
    private sealed class Writer(TextWriter text) : CsvWriter(text, Rules)
    {
        protected override string? SanitizeForInjection(string? field) => IsNumber(field) ? field : base.SanitizeForInjection(field);

        private static bool IsNumber(string? field) =>
            decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            && !field.StartsWith('+');
    }
}
