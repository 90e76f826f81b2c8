using System.Globalization;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>One page of a list that the database has counted and cut.</summary>
/// <param name="Number">The first page is 1.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Number, int Total, int Size)
{
    public Pager Pager => new(Number, Total, Size, Rows.Count);
}

/// <summary>Which rows are shown, and where the others are: what <c>_Pager</c> shows.</summary>
public sealed record Pager(int Number, int Total, int Size, int Shown)
{
    /// <summary>An address can ask for any page; no list of ours has more.</summary>
    private const int LastPossible = 100_000;

    public int First => ((Number - 1) * Size) + 1;

    public int Last => First + Shown - 1;

    public bool HasPrevious => Number > 1;

    public bool HasNext => Last < Total;

    /// <summary>"page" of an address; what is no number of a page is the first.</summary>
    public static int NumberFrom(HttpRequest request) =>
        int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            && page is >= 1 and <= LastPossible ? page : 1;

    /// <summary>The same list without a part of its filter, from its first page.</summary>
    public static string AddressWithout(HttpRequest request, string part) =>
        request.Path + QueryString.Create(
            request.Query.Where(q => q.Key != "page" && q.Key != part).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v))));

    /// <summary>The same list with the same filter, at another page.</summary>
    public static string AddressOf(HttpRequest request, int page)
    {
        var query = QueryString.Create(
        [
            .. request.Query.Where(q => q.Key != "page").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v))),
            KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture)),
        ]);
        return request.Path + query;
    }
}
