using System.Globalization;
using CsvHelper.Configuration;

namespace Sweet.Web.Features.Staff.Shared.Words;

/// <summary>How cells are read that somebody pastes.</summary>
internal static class PastedCells
{
    public static CsvConfiguration PartedBy(char delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        TrimOptions = TrimOptions.Trim,
        // A quotation mark inside a cell is one.
        BadDataFound = null,
    };
}
