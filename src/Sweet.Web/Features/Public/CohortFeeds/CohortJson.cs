using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sweet.Web.Features.Public.Courses;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.CohortFeeds;

/// <summary>JSON Feed 1.1; what the format has no word for stands under _sweet.</summary>
public static class CohortJson
{
    // The feed is a file of its own, never part of a page: letters of any script may stand as they are.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(IReadOnlyList<FeedCohort> cohorts, string baseUrl) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = $"{Institute.Name}: open and coming cohorts",
            ["home_page_url"] = baseUrl + "/courses",
            ["feed_url"] = baseUrl + "/courses/feed.json",
            ["language"] = Institute.Language,
            ["authors"] = new JsonArray(new JsonObject { ["name"] = Institute.Name }),
            ["items"] = new JsonArray([.. cohorts.Select(c => Item(c, baseUrl))]),
        },
        Readable);

    private static JsonObject Item(FeedCohort cohort, string baseUrl) => new()
    {
        ["id"] = cohort.Id(baseUrl),
        ["url"] = baseUrl + cohort.Course.Path,
        ["title"] = cohort.Title,
        ["content_text"] = cohort.Text,
        ["date_modified"] = AtomText.Date(cohort.Row.ChangedAtUtc),
        ["_sweet"] = Facts(cohort.Row, baseUrl),
    };

    private static JsonObject Facts(CohortRow cohort, string baseUrl) => new()
    {
        ["about"] = baseUrl + "/courses",
        ["reference"] = cohort.Reference,
        ["state"] = cohort.Phase.ToString().ToLowerInvariant(),
        ["capacity"] = cohort.Capacity,
        ["seats_left"] = cohort.SeatsLeft,
        ["price_minor"] = cohort.PriceNow.Minor,
        ["currency"] = cohort.PriceNow.Currency,
        ["early_price_until"] = cohort.EarlyUntilUtc is { } until ? AtomText.Date(until) : null,
        ["full_price_minor"] = cohort.FullPrice.Minor,
        ["registration_opens"] = AtomText.Date(cohort.RegistrationOpensAtUtc),
        ["registration_closes"] = AtomText.Date(cohort.RegistrationClosesAtUtc),
        ["register_url"] = cohort.CanRegister ? baseUrl + cohort.Path : null,
        ["time_zone"] = cohort.Zone,
        ["meetings"] = new JsonArray([.. cohort.Meetings.Select(m => new JsonObject
        {
            ["starts"] = AtomText.Date(m.StartsAtUtc),
            ["ends"] = AtomText.Date(m.EndsAtUtc),
        })]),
    };
}
