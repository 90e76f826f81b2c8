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
            ["image"] = baseUrl + SharePicture.OfSite,
            ["inLanguage"] = Institute.Language,
            ["provider"] = StructuredText.Institute(baseUrl),
            ["teaches"] = new JsonArray([.. text.Weeks.Select(w => JsonValue.Create(w.Objective))]),
        };
        // An empty list counts as a mistake there.
        if (offer.Coming.Count == 0) return course;
        course["offers"] = new JsonArray([.. offer.Coming.Select(c => Offer(c, baseUrl))]);
        course["hasCourseInstance"] = new JsonArray([.. offer.Coming.Select(c => Instance(c, baseUrl))]);
        return course;
    }

    private static JsonObject Instance(CohortRow cohort, string baseUrl)
    {
        var instance = new JsonObject
        {
            ["@type"] = "CourseInstance",
            ["name"] = cohort.First.Date,
            ["courseMode"] = "Online",
            ["startDate"] = cohort.First.Iso,
            ["endDate"] = ZonedTime.At(cohort.Meetings[^1].EndsAtUtc, cohort.Zone).Iso,
            ["courseWorkload"] = Duration(cohort.Meetings),
            ["location"] = new JsonObject { ["@type"] = "VirtualLocation", ["url"] = baseUrl + cohort.Path },
        };
        if (FrequencyOf(cohort) is { } frequency) instance["courseSchedule"] = Schedule(cohort, frequency);
        return instance;
    }

    private static JsonObject Schedule(CohortRow cohort, string frequency) => new()
    {
        ["@type"] = "Schedule",
        ["duration"] = Duration(cohort.Meetings.Take(1)),
        ["repeatFrequency"] = frequency,
        ["repeatCount"] = cohort.Meetings.Count,
        ["startDate"] = Day(cohort.First),
        ["endDate"] = Day(cohort.Last),
        ["scheduleTimezone"] = cohort.Zone,
    };

    // In Google's words, not in those of ISO 8601; null where the class meetings follow no such rule.
    private static string? FrequencyOf(CohortRow cohort)
    {
        // One duration is told of all of them.
        if (cohort.Meetings.Select(m => m.EndsAtUtc - m.StartsAtUtc).Distinct().Count() > 1) return null;

        var days = cohort.Meetings.Select(m => ZonedTime.At(m.StartsAtUtc, cohort.Zone).Local.Date).ToList();
        var gaps = days.Skip(1).Select((day, i) => (day - days[i]).Days).Distinct().ToList();
        return gaps switch
        {
            [1] => "Daily",
            [7] => "Weekly",
            _ when days.Count > 1 && days.Index().All(d => days[0].AddMonths(d.Index) == d.Item) => "Monthly",
            _ when days.Count > 1 && days.Index().All(d => days[0].AddYears(d.Index) == d.Item) => "Yearly",
            _ => null,
        };
    }

    private static JsonObject Offer(CohortRow cohort, string baseUrl)
    {
        var offer = new JsonObject
        {
            ["@type"] = "Offer",
            ["category"] = cohort.PriceNow.IsZero ? "Free" : "Paid",
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

    private static string Duration(IEnumerable<ClassTime> meetings) =>
        XmlConvert.ToString(TimeSpan.FromTicks(meetings.Sum(m => (m.EndsAtUtc - m.StartsAtUtc).Ticks)));

    private static string Day(ZonedTime time) => time.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Utc(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
