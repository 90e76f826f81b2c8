using System.Globalization;

namespace Sweet.Web.Features.Public.Articles;

/// <summary>Which page of the list of articles an address asks for; the cache and the page itself ask here.</summary>
public static class PageNumber
{
    private const string Key = "page";
    private const int MostDigits = 6;

    /// <summary>1 without any; null for what is not written as a number is: one page, one way to write it.</summary>
    public static int? Of(HttpRequest request) => request.Query[Key] switch
    {
        [] => 1,
        [{ Length: > 0 and <= MostDigits } digits] when digits[0] != '0' && digits.All(char.IsAsciiDigit) =>
            int.Parse(digits, CultureInfo.InvariantCulture),
        _ => null,
    };

    public static string AddTo(string path, int number) =>
        number == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}?{Key}={number}");
}
