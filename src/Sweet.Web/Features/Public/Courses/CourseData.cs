using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Sweet.Domain.Courses;
using Sweet.Web.Features.Public.Shared;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Courses;

/// <summary>What search engines read of a course: Course, CourseInstance, Offer, FAQPage, BreadcrumbList.</summary>
public static class CourseData
{
    public static string Write(CourseOffer offer, CourseText text, string baseUrl) => text.Questions.Count == 0
        ? StructuredText.Graph(Course(offer, text, baseUrl), Breadcrumbs(offer, baseUrl))
        : StructuredText.Graph(Course(offer, text, baseUrl), Faq(text), Breadcrumbs(offer, baseUrl));

    private static JsonObject Course(CourseOffer offer, CourseText text, string baseUrl)
    {
        var url = baseUrl + offer.Course.Path;
        var course = new JsonObject
        {
            ["@type"] = "Course",
            ["@id"] = url,
            ["url"] = url,
            ["name"] = offer.Course.FullTitle,
            ["description"] = offer.Course.Summary,
            ["image"] = baseUrl + "/img/social.png",
            ["inLanguage"] = Institute.Language,
            ["provider"] = StructuredText.Institute(baseUrl),
            ["teaches"] = new JsonArray([.. text.Weeks.Select(w => JsonValue.Create(w.Objective))]),
            ["offers"] = new JsonArray([.. offer.Coming.Select(c => Offer(c, baseUrl))]),
            ["hasCourseInstance"] = new JsonArray([.. offer.Coming.Select(c => Instance(c, baseUrl))]),
        };
        return course;
    }

    private static JsonObject Instance(CohortRow cohort, string baseUrl) => new()
    {
        ["@type"] = "CourseInstance",
        ["name"] = cohort.First.Date,
        ["courseMode"] = "Online",
        ["startDate"] = cohort.First.Iso,
        ["endDate"] = ZonedTime.At(cohort.Meetings[^1].EndsAtUtc, cohort.Zone).Iso,
        ["courseWorkload"] = Duration(cohort),
        ["location"] = new JsonObject { ["@type"] = "VirtualLocation", ["url"] = baseUrl + cohort.Path },
        ["courseSchedule"] = new JsonObject
        {
            ["@type"] = "Schedule",
            ["repeatFrequency"] = "P1W",
            ["repeatCount"] = cohort.Meetings.Count,
            ["scheduleTimezone"] = cohort.Zone,
        },
    };

    private static JsonObject Offer(CohortRow cohort, string baseUrl)
    {
        var offer = new JsonObject
        {
            ["@type"] = "Offer",
            ["category"] = "Paid",
            ["name"] = cohort.First.Date,
            ["url"] = baseUrl + cohort.Path,
            ["price"] = cohort.PriceNow.Units,
            ["priceCurrency"] = cohort.PriceNow.Currency.ToUpperInvariant(),
            ["availability"] = "https://schema.org/" + Availability(cohort.Phase),
            ["availabilityStarts"] = Utc(cohort.RegistrationOpensAtUtc),
            ["availabilityEnds"] = Utc(cohort.RegistrationClosesAtUtc),
        };
        if (cohort.EarlyUntilUtc is { } until) offer["priceValidUntil"] = Utc(until);
        return offer;
    }

    private static string Availability(CohortPhase phase) => phase switch
    {
        CohortPhase.Open => "InStock",
        CohortPhase.Upcoming => "PreOrder",
        CohortPhase.Full => "SoldOut",
        _ => "OutOfStock",
    };

    private static JsonObject Faq(CourseText text) => new()
    {
        ["@type"] = "FAQPage",
        ["mainEntity"] = new JsonArray([.. text.Questions.Select(q => new JsonObject
        {
            ["@type"] = "Question",
            ["name"] = q.Question,
            ["acceptedAnswer"] = new JsonObject { ["@type"] = "Answer", ["text"] = q.AnswerHtml },
        })]),
    };

    private static JsonObject Breadcrumbs(CourseOffer offer, string baseUrl) =>
        StructuredText.Breadcrumbs(baseUrl, ("Courses", "/courses"), (offer.Course.Title, offer.Course.Path));

    private static string Duration(CohortRow cohort) =>
        XmlConvert.ToString(TimeSpan.FromTicks(cohort.Meetings.Sum(m => (m.EndsAtUtc - m.StartsAtUtc).Ticks)));

    private static string Utc(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
