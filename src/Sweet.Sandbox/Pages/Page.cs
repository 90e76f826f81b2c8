using Sweet.Sandbox.Hosting;

namespace Sweet.Sandbox.Pages;

internal static class Page
{
    private const string Policy = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Write(HttpContext http, string title, Html body, int status = 200) =>
        Answer(title, body, status).WriteTo(http.Response);

    public static Task NotFound(HttpContext http, string what) =>
        Write(http, "Not here", Html.Of($"<h1>Not here</h1><p>The stand-ins have no such {what}.</p>"), 404);

    private static Answer Answer(string title, Html body, int status) => new(status, Whole(title, body).Markup)
    {
        ContentType = "text/html; charset=utf-8",
        Headers =
        {
            ["Content-Security-Policy"] = Policy + "; img-src data:",
            ["Cache-Control"] = "no-store",
            ["Referrer-Policy"] = "no-referrer",
        },
    };

    private static Html Whole(string title, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="robots" content="noindex">
          <title>{title} – stand-ins</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/stand-ins.css">
        </head>
        <body>
        <p class="strip">Stand-in for Stripe and SendGrid: no card is charged, no mail leaves this machine.</p>
        <header><nav aria-label="Stand-ins">
        <a href="/">Stand-ins</a> <a href="/inbox">Inbox</a> <a href="/control">Control</a>
        </nav></header>
        <main>
        {body}
        </main>
        </body>
        </html>

        """);
}
