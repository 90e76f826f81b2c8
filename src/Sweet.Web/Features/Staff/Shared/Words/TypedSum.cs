using System.Globalization;
using System.Text.RegularExpressions;

namespace Sweet.Web.Features.Staff.Shared.Words;

/// <summary>A sum as a registrar types it: "100", "$1,234.50". "12,50" is refused rather than taken for 1250.</summary>
public static partial class TypedSum
{
    public const int MaxLength = 20;

    public const string Problem = "Enter a sum like 100 or 100.00";

    /// <returns>False if it is no sum; true with null if nothing was typed.</returns>
    public static bool TryRead(string? typed, out decimal? sum)
    {
        sum = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        if (!Sum().IsMatch(typed.Trim())) return false;

        var digits = typed.Trim().TrimStart('$').Replace(",", "", StringComparison.Ordinal);
        sum = decimal.Parse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        return true;
    }

    [GeneratedRegex(
        @"^\$?\s?([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3})(\.[0-9]{1,6})?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Sum();
}
