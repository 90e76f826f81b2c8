using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Sweet.Domain;
using Sweet.Domain.Enrollments;

namespace Sweet.Web.Features.Staff.Rosters;

/// <summary>What of a roster is shown and in which order: all of it stands in the address.</summary>
/// <param name="Who">As typed.</param>
/// <param name="State">A state, "needs", "payer", or "" for all.</param>
/// <param name="Sort">"name", "newest" or "state".</param>
/// <param name="Picked">Chosen rows; none: all.</param>
public sealed record RosterQuery(string Who, string State, string Sort, IReadOnlyList<int> Picked)
{
    public const string Needs = "needs";
    public const string Payer = "payer";
    private const int MostSigns = 100;
    private const int MostPicked = 500;

    public static readonly IReadOnlyList<string> Sorts = ["name", "newest", "state"];

    /// <summary>Without those who have no seat anymore, unless they were asked for.</summary>
    public bool IsOfSeats { get; init; }

    public EnrollmentStatus? Status =>
        Enum.TryParse<EnrollmentStatus>(State, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;

    public static RosterQuery Of(HttpRequest request) => new(
        TypedText.Clean(request.Query["who"]).CutTo(MostSigns),
        $"{request.Query["state"]}".ToLowerInvariant(),
        Sorts.FirstOrDefault(s => s == request.Query["sort"]) ?? Sorts[0],
        [.. request.Query["pick"].Select(Number).Where(id => id > 0).Distinct().Take(MostPicked)]);

    /// <summary>The same list with another state.</summary>
    public string With(string state) => new QueryBuilder { { "who", Who }, { "state", state }, { "sort", Sort } }.ToString();

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The people of the list, before its state is chosen.</summary>
    public IQueryable<Enrollment> Found(IQueryable<Enrollment> enrollments, int cohortId)
    {
        var found = enrollments.Where(e => e.CohortId == cohortId).FoundBy(FoldedText.WordsOf(Who));
        return Picked.Count == 0 ? found : found.Where(e => Picked.Contains(e.Id));
    }

    public IQueryable<Enrollment> Shown(IQueryable<Enrollment> found) =>
        Status is { } status ? found.Where(e => e.Status == status)
        : IsOfSeats ? (this with { IsOfSeats = false }).Shown(found.Live())
        : State == Needs ? found.Where(e => e.Accommodation != null)
        : State == Payer ? found.Where(e => e.Order.PayerName != null)
        : found;

    /// <remarks>The key by which people are found begins with their names, folded.</remarks>
    public IOrderedQueryable<Enrollment> Sorted(IQueryable<Enrollment> shown) => Sort switch
    {
        "newest" => shown.OrderByDescending(e => e.Id),
        "state" => shown.OrderBy(e => e.Status).ThenBy(e => e.SearchKey).ThenBy(e => e.Id),
        _ => shown.OrderBy(e => e.SearchKey).ThenBy(e => e.Id),
    };
}
