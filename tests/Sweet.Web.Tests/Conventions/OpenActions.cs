namespace Sweet.Web.Tests.Conventions;

/// <summary>Everything that a stranger may ask. What is missing here needs a sign-in.</summary>
internal static class OpenActions
{
    public static readonly string[] All =
    [
        "ANY /errors/{code:int}",
        "GET /",
        "GET /articles",
        "GET /articles/feed.atom",
        "GET /articles/feed.rss",
        "GET /articles/{slug}",
        "GET /calendars/{token}.ics",
        "GET /cohorts/{reference}/enrollments/new",
        "GET /courses",
        "GET /courses/feed.atom",
        "GET /courses/feed.ics",
        "GET /courses/feed.json",
        "GET /courses/{slug}",
        "GET /courses/{slug}/interests/new",
        "GET /courses/{slug}/interests/sent",
        "GET /enrollments/{token}",
        "GET /enrollments/{token}/calendar.ics",
        "GET /enrollments/{token}/details/edit",
        "GET /enrollments/{token}/landing",
        "GET /enrollments/{token}/receipt",
        "GET /interests/removed",
        "GET /interests/{token}",
        "GET /my-enrollments",
        "GET /my-enrollments/sent",
        "GET /policies",
        "GET /policies/{name}",
        "GET /robots.txt",
        "GET /sitemap.xml",
        "POST /cohorts/{reference}/enrollments",
        "POST /courses/{slug}/interests",
        "POST /enrollments/{token}/checkouts",
        "POST /enrollments/{token}/confirmations",
        "POST /enrollments/{token}/details",
        "POST /enrollments/{token}/renewals",
        "POST /enrollments/{token}/seat-returns",
        "POST /interests/{token}/confirmation",
        "POST /interests/{token}/removal",
        "POST /my-enrollments",
        "POST /stripe-webhooks",
    ];
}
